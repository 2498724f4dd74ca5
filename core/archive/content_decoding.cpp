#include "core/archive/content_decoding.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/encoding/content_coding.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// The size that a chunk begins with; moves `body` behind its line. Nothing if it is none.
std::optional<std::uint64_t> chunk_size(std::string_view& body) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
  if (error != std::errc()) return std::nullopt;
  std::string_view rest = body.substr(static_cast<std::size_t>(end - body.data()));
  const std::size_t feed = rest.find('\n');
  if (feed == std::string_view::npos) return std::nullopt;
  const std::string_view extension = trim(rest.substr(0, feed));
  if (!extension.empty() && !extension.starts_with(';')) return std::nullopt;
  body = rest.substr(feed + 1);
  return size;
}

DecodedBody without_coding(const std::string& coding, std::string_view body, std::size_t limit) {
  if (coding == "chunked") return without_chunks(body, limit);
  const std::unique_ptr<Decoder> decoder = decoder_of(coding);
  if (decoder) return decoded_by(*decoder, body, limit);
  return {std::string(body.substr(0, limit)), false};
}

}  // namespace

DecodedBody without_chunks(std::string_view body, std::size_t limit) {
  DecodedBody out;
  std::string_view rest = body;
  auto size = chunk_size(rest);
  if (!size) return {std::string(body.substr(0, limit)), false};
  while (size && *size > 0 && out.bytes.size() < limit) {
    const std::string_view chunk =
        rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(*size, rest.size())));
    out.bytes += chunk.substr(0, limit - out.bytes.size());
    if (chunk.size() < *size) {
      out.broken = true;
      return out;
    }
    rest.remove_prefix(chunk.size());
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    size = chunk_size(rest);
  }
  out.broken = !size;
  return out;
}

DecodedBody decode_body(const NamedFields& headers, std::string_view body, std::size_t limit) {
  const auto content = content_codings_of(headers);
  std::vector<std::string> transfer = codings_of(headers, "transfer-encoding");
  if (!content || transfer.size() > most_content_codings) return {{}, true};
  std::vector<std::string> applied = *content;
  std::move(transfer.begin(), transfer.end(), std::back_inserter(applied));
  if (applied.empty()) return {std::string(body.substr(0, limit)), false};
  DecodedBody out{{}, false};
  std::string_view bytes = body;
  for (auto coding = applied.rbegin(); coding != applied.rend(); ++coding) {
    DecodedBody next = without_coding(*coding, bytes, limit);
    out.broken = out.broken || next.broken;
    out.bytes = std::move(next.bytes);
    bytes = out.bytes;
  }
  return out;
}

}  // namespace pith
