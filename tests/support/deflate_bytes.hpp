#pragma once

#include <zlib.h>

#include <string>

namespace pith {

/// A text in zlib's format.
inline std::string zlib_bytes(const std::string& text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
           static_cast<uLong>(text.size()));
  out.resize(size);
  return out;
}

/// A text deflated, without zlib's header and check sum.
inline std::string deflate_bytes(const std::string& text) {
  const std::string zlib = zlib_bytes(text);
  return zlib.substr(2, zlib.size() - 6);
}

}  // namespace pith
