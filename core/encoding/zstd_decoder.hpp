#pragma once

#include <memory>

#include "core/encoding/decoder.hpp"

struct ZSTD_DCtx_s;

namespace pith {

/// Whether Zstandard frames (RFC 8878), skippable ones or others, begin with these bytes: four or more.
bool is_zstd(std::string_view bytes) noexcept;

/// Zstandard as HTTP has it: frames with a window of 8 MiB at most (RFC 9659), and skippable ones.
class ZstdDecoder : public Decoder {
 public:
  /// Throws std::bad_alloc.
  ZstdDecoder();
  ~ZstdDecoder() override;
  std::string complaint() const override { return complaint_; }

 private:
  std::size_t magic_length() const override { return 4; }
  Beginning begin(std::string_view magic) override;
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) override;
  bool has_segments() const override { return true; }

  struct Free {
    void operator()(ZSTD_DCtx_s* context) const noexcept;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> zstd_;
  std::string complaint_ = "it does not begin as Zstandard does";
};

}  // namespace pith
