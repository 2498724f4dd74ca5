#pragma once

#include <memory>

#include "core/encoding/decoder.hpp"

struct BrotliDecoderStateStruct;

namespace pith {

/// Brotli (RFC 7932), which has no magic number.
class BrotliDecoder : public Decoder {
 public:
  /// Throws std::bad_alloc.
  BrotliDecoder();
  ~BrotliDecoder() override;
  std::string complaint() const override;

 private:
  std::size_t magic_length() const override { return 0; }
  Beginning begin(std::string_view) override { return Beginning::possible; }
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) override;
  bool has_segments() const override { return false; }

  struct Free {
    void operator()(BrotliDecoderStateStruct* state) const noexcept;
  };
  std::unique_ptr<BrotliDecoderStateStruct, Free> brotli_;
};

}  // namespace pith
