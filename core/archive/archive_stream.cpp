#include "core/archive/archive_stream.hpp"

#include <utility>

#include "core/archive/gzip_stream.hpp"
#include "core/archive/plain_stream.hpp"
#include "core/archive/zstd_stream.hpp"
#include "core/input/gzip.hpp"

namespace pith {
namespace {

/// Looks no further than needed: of a pipe that is fed a line at a time the first byte may be all there is.
bool may_be_compressed(RawInput& input) {
  if (!input.fill(1)) return false;
  const char first = input.window().front();
  const bool may_be = first == '\x1f' || first == '\x28' || (first >= '\x50' && first <= '\x5f');
  return may_be && input.fill(2) && input.window()[1] != '\n' && input.fill(4);
}

}  // namespace

std::unique_ptr<ArchiveStream> open_archive_stream(RawInput input, const std::string& name) {
  const bool compressed = may_be_compressed(input);
  if (compressed && is_gzip(input.window())) return std::make_unique<GzipStream>(std::move(input), name);
  if (compressed && ZstdStream::is_zstd(input.window()))
    return std::make_unique<ZstdStream>(std::move(input), name);
  return std::make_unique<PlainStream>(std::move(input));
}

}  // namespace pith
