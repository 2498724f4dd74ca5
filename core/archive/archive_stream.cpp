#include "core/archive/archive_stream.hpp"

#include <string_view>
#include <utility>

#include "core/archive/gzip_stream.hpp"
#include "core/archive/plain_stream.hpp"
#include "core/archive/zstd_stream.hpp"
#include "core/encoding/gzip.hpp"
#include "core/encoding/zstd_decoder.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

/// Looks no further than needed: of a pipe that is fed a line at a time the first byte may be all there is.
bool may_be_compressed(RawInput& input) {
  if (!input.fill(1)) return false;
  const char first = input.window().front();
  const bool may_be = first == '\x1f' || first == '\x28' || (first >= '\x50' && first <= '\x5f');
  return may_be && input.fill(2) && input.window()[1] != '\n' && input.fill(4);
}

/// Whether the first bytes are those of no text: controls, bytes beyond ASCII that are no UTF-8.
bool begins_as_binary(std::string_view bytes) {
  bytes = bytes.substr(0, 4);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::int32_t character = next_character(bytes, at);
    const bool is_space = character == '\t' || character == '\n' || character == '\r';
    if (character < 0x20 && !is_space) return true;
  }
  return false;
}

/// How a file is compressed whose beginning is damaged: by what else begins near it. Only of a file, for a
/// pipe may have no more to give for now.
std::string_view later_segment(RawInput& input) {
  if (!input.is_file() || !input.fill(1) || !begins_as_binary(input.window())) return {};
  input.fill(std::size_t{64} << 10);
  for (std::string_view rest = input.window(); rest.size() >= 4; rest.remove_prefix(1)) {
    if (is_gzip(rest) || is_zstd(rest)) return rest;
  }
  return {};
}

}  // namespace

std::unique_ptr<ArchiveStream> open_archive_stream(RawInput input, const std::string& name) {
  std::string_view begin = may_be_compressed(input) ? input.window() : std::string_view();
  if (!is_gzip(begin) && !is_zstd(begin)) begin = later_segment(input);
  if (is_gzip(begin)) return std::make_unique<GzipStream>(std::move(input));
  if (is_zstd(begin)) return std::make_unique<ZstdStream>(std::move(input), name);
  return std::make_unique<PlainStream>(std::move(input));
}

}  // namespace pith
