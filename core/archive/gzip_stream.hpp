#pragma once

#include <zlib.h>

#include <string>

#include "core/archive/compressed_stream.hpp"

namespace pith {

/// gzip members (RFC 1952). Zeros between or behind them are passed over, as gzip itself does.
class GzipStream : public CompressedStream {
 public:
  /// Throws Error with `name` as the place if zlib cannot start.
  GzipStream(RawInput input, const std::string& name);
  ~GzipStream() override;
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

 private:
  bool begins_segment(std::string_view bytes) const override;
  bool pass_over(RawInput& input) override;
  void begin() override;
  Step decompress(RawInput& input, char* to, std::size_t size, std::size_t& written) override;

  z_stream zlib_{};
};

}  // namespace pith
