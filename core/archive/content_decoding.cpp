#include "core/archive/content_decoding.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "core/archive/decompressors.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// Layers of encoding that are undone; servers send one.
constexpr std::size_t most_encodings = 3;

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

/// The encodings of all headers of this name, in the order in which they were applied.
std::vector<std::string> encodings(const NamedFields& headers, std::string_view name) {
  std::vector<std::string> found;
  for (const auto& [key, value] : headers) {
    if (lower_ascii(key) != name) continue;
    for (const auto& encoding : split_trimmed(value, ',')) found.push_back(lower_ascii(encoding));
  }
  return found;
}

DecodedBody decompressed(const std::string& encoding, std::string_view body, std::size_t limit) {
  if (encoding == "gzip" || encoding == "x-gzip") return gzip_decoded(body, limit);
  if (encoding == "deflate") return deflate_decoded(body, limit);
  if (encoding == "br") return brotli_decoded(body, limit);
  if (encoding == "zstd") return zstd_decoded(body, limit);
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
  std::vector<std::string> applied = encodings(headers, "content-encoding");
  for (auto& encoding : encodings(headers, "transfer-encoding")) applied.push_back(std::move(encoding));
  DecodedBody out{{}, false};
  std::string_view bytes = body;
  std::size_t undone = 0;
  for (auto encoding = applied.rbegin(); encoding != applied.rend() && undone < most_encodings;
       ++encoding, ++undone) {
    DecodedBody next =
        *encoding == "chunked" ? without_chunks(bytes, limit) : decompressed(*encoding, bytes, limit);
    out.broken = out.broken || next.broken;
    out.bytes = std::move(next.bytes);
    bytes = out.bytes;
  }
  if (undone == 0) out.bytes = bytes.substr(0, limit);
  return out;
}

}  // namespace pith
