#include "core/encoding/inflater.hpp"

#include <algorithm>
#include <new>

namespace pith {
namespace {

/// zlib's counters are narrower than ours.
constexpr std::size_t most_at_once = std::size_t{1} << 30;

int window_bits(Inflater::Format format) {
  if (format == Inflater::Format::gzip) return 16 + MAX_WBITS;
  return format == Inflater::Format::zlib ? MAX_WBITS : -MAX_WBITS;
}

}  // namespace

Inflater::Inflater(Format format) {
  if (inflateInit2(&zlib_, window_bits(format)) != Z_OK) throw std::bad_alloc();
}

Inflater::~Inflater() {
  inflateEnd(&zlib_);
}

void Inflater::restart() {
  inflateReset(&zlib_);
}

DecompressionStep Inflater::step(std::string_view& in, char* to, std::size_t size, std::size_t& written) {
  const std::size_t given = std::min(in.size(), most_at_once);
  const std::size_t room = std::min(size, most_at_once);
  zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  zlib_.avail_in = static_cast<uInt>(given);
  zlib_.next_out = reinterpret_cast<Bytef*>(to);
  zlib_.avail_out = static_cast<uInt>(room);
  const int result = inflate(&zlib_, Z_NO_FLUSH);
  written = room - zlib_.avail_out;
  in.remove_prefix(given - zlib_.avail_in);
  if (result == Z_STREAM_END) return DecompressionStep::segment_ends;
  if (result == Z_MEM_ERROR) throw std::bad_alloc();
  // Z_BUF_ERROR: nothing to read, or no room, which is no damage.
  return result == Z_OK || result == Z_BUF_ERROR ? DecompressionStep::more : DecompressionStep::damaged;
}

}  // namespace pith
