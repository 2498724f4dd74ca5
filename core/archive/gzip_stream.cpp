#include "core/archive/gzip_stream.hpp"

#include <utility>

#include "core/input/gzip.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

constexpr int gzip_only = 16 + MAX_WBITS;

/// RFC 1952, section 2.3.1.2: bits of FLG that no writer may set.
constexpr unsigned char reserved_flags = 0xe0;

}  // namespace

GzipStream::GzipStream(RawInput input, const std::string& name) : CompressedStream(std::move(input)) {
  if (inflateInit2(&zlib_, gzip_only) != Z_OK) throw Error("zlib cannot start", name);
}

GzipStream::~GzipStream() {
  inflateEnd(&zlib_);
}

bool GzipStream::begins_segment(std::string_view bytes) const {
  return is_gzip(bytes) && (static_cast<unsigned char>(bytes[3]) & reserved_flags) == 0;
}

bool GzipStream::pass_over(RawInput& input) {
  while (input.fill(1)) {
    const std::size_t zeros = input.window().find_first_not_of('\0');
    if (zeros != std::string_view::npos) {
      input.consume(zeros);
      break;
    }
    input.consume(input.window().size());
  }
  return true;
}

void GzipStream::begin() {
  inflateReset(&zlib_);
}

CompressedStream::Step GzipStream::decompress(RawInput& input, char* to, std::size_t size,
                                              std::size_t& written) {
  const std::string_view window = input.window();
  zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(window.data()));
  zlib_.avail_in = static_cast<uInt>(window.size());
  zlib_.next_out = reinterpret_cast<Bytef*>(to);
  zlib_.avail_out = static_cast<uInt>(size);
  const int result = inflate(&zlib_, Z_NO_FLUSH);
  written = size - zlib_.avail_out;
  input.consume(window.size() - zlib_.avail_in);
  if (result == Z_STREAM_END) return Step::segment_ends;
  // Z_BUF_ERROR: nothing to read, or no room, which is no damage.
  return result == Z_OK || result == Z_BUF_ERROR ? Step::more : Step::damaged;
}

}  // namespace pith
