#include "core/encoding/gzip.hpp"

#include "core/encoding/zlib_decoder.hpp"
#include "pith/error.hpp"

namespace pith {

bool is_gzip(std::string_view bytes) noexcept {
  return bytes.size() >= 3 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == '\x08';
}

std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& where) {
  GzipDecoder decoder;
  DecodedBody out = decoded_by(decoder, bytes, limit);
  if (decoder.is_damaged()) throw Error("damaged gzip data", where, decoder.complaint());
  if (out.broken) throw Error("gzip data that breaks off", where, "fetch it again");
  return std::move(out.bytes);
}

DecodedBody gzip_decoded(std::string_view bytes, std::size_t limit) {
  GzipDecoder decoder;
  return decoded_by(decoder, bytes, limit);
}

}  // namespace pith
