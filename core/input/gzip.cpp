#include "core/input/gzip.hpp"

#include <zlib.h>

#include <algorithm>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr int gzip_only = 16 + MAX_WBITS;

/// One inflation, ended whatever happens.
class Inflation {
 public:
  explicit Inflation(const std::string& where) {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw Error("zlib cannot start", where);
  }
  ~Inflation() { inflateEnd(&stream_); }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;
  z_stream* operator->() { return &stream_; }
  z_stream* get() { return &stream_; }

 private:
  z_stream stream_{};
};

/// Gives zlib the next piece; its counters are narrower than ours.
void feed(Inflation& inflation, std::string_view bytes, std::size_t& fed) {
  constexpr std::size_t piece = std::size_t{1} << 30;
  const std::size_t size = std::min(piece, bytes.size() - fed);
  inflation->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + fed));
  inflation->avail_in = static_cast<uInt>(size);
  fed += size;
}

}  // namespace

bool is_gzip(std::string_view bytes) noexcept {
  return bytes.size() >= 3 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == '\x08';
}

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& where) {
  Inflation inflation(where);
  std::string out;
  std::size_t fed = 0;
  char buffer[1 << 16];
  bool ended = false;
  while (out.size() < limit) {
    if (inflation->avail_in == 0) feed(inflation, bytes, fed);
    if (inflation->avail_in == 0) break;
    if (ended) {
      // A further member, or padding after the last one (which gzip itself passes over).
      const std::string_view rest(reinterpret_cast<const char*>(inflation->next_in), inflation->avail_in);
      if (!is_gzip(rest)) return out;
      inflateReset(inflation.get());
      ended = false;
    }
    inflation->next_out = reinterpret_cast<Bytef*>(buffer);
    inflation->avail_out = static_cast<uInt>(std::min(sizeof(buffer), limit - out.size()));
    const uInt room = inflation->avail_out;
    const int result = inflate(inflation.get(), Z_NO_FLUSH);
    out.append(buffer, room - inflation->avail_out);
    if (result == Z_STREAM_END) {
      ended = true;
    } else if (result != Z_OK) {
      throw Error("damaged gzip data", where, inflation->msg != nullptr ? inflation->msg : "");
    }
  }
  if (!ended && out.size() < limit) throw Error("gzip data that breaks off", where, "fetch it again");
  return out;
}

}  // namespace pith
