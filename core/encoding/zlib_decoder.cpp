#include "core/encoding/zlib_decoder.hpp"

#include "core/encoding/gzip.hpp"

namespace pith {
namespace {

/// RFC 1950, section 2.2: the method is deflate, its window at most 32 KiB, and both bytes together are a
/// multiple of 31. Deflate alone does not begin so: it would be a stored block with padding that is not zero.
bool begins_as_zlib(std::string_view bytes) {
  const auto method = static_cast<unsigned char>(bytes[0]);
  const auto flags = static_cast<unsigned char>(bytes[1]);
  return (method & 0x0fU) == 8 && method >> 4U <= 7 && (method * 256U + flags) % 31 == 0;
}

}  // namespace

Decoder::Beginning GzipDecoder::begin(std::string_view magic) {
  if (!is_gzip(magic)) return Beginning::none;
  inflater_.restart();
  return Beginning::certain;
}

std::string GzipDecoder::complaint() const {
  const std::string_view zlib = inflater_.complaint();
  return zlib.empty() ? "it does not begin as gzip does" : std::string(zlib);
}

Decoder::Beginning DeflateDecoder::begin(std::string_view magic) {
  const bool is_zlib = begins_as_zlib(magic);
  inflater_ = std::make_unique<Inflater>(is_zlib ? Inflater::Format::zlib : Inflater::Format::raw);
  return Beginning::possible;
}

std::string DeflateDecoder::complaint() const {
  const std::string_view zlib = inflater_ ? inflater_->complaint() : std::string_view();
  return zlib.empty() ? "it needs what did not come with it, a dictionary" : std::string(zlib);
}

}  // namespace pith
