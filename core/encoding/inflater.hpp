#pragma once

#include <zlib.h>

#include <cstddef>
#include <string_view>

#include "core/encoding/decompression_step.hpp"

namespace pith {

/// zlib's inflation of one segment after another: gzip members (RFC 1952), zlib streams (RFC 1950), deflate
/// streams without either (RFC 1951). For one thread.
class Inflater {
 public:
  enum class Format { gzip, zlib, raw };

  /// Throws std::bad_alloc.
  explicit Inflater(Format format);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// The next bytes begin a segment.
  void restart();
  /// As Decoder::step().
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written);
  /// What zlib says of damage; empty if nothing.
  std::string_view complaint() const { return zlib_.msg != nullptr ? zlib_.msg : ""; }

 private:
  z_stream zlib_{};
};

}  // namespace pith
