#pragma once

#include "core/encoding/decoder.hpp"
#include "core/encoding/zstd_inflater.hpp"

namespace pith {

/// Whether Zstandard frames (RFC 8878), skippable ones or others, begin with these bytes: four or more.
bool is_zstd(std::string_view bytes) noexcept;

/// Zstandard as HTTP has it: frames with a window of 8 MiB at most (RFC 9659), and skippable ones.
class ZstdDecoder : public Decoder {
 public:
  static constexpr int most_window_log = 23;

  /// Throws std::bad_alloc.
  ZstdDecoder() : inflater_(most_window_log) {}
  std::string complaint() const override;

 private:
  std::size_t magic_length() const override { return 4; }
  Beginning begin(std::string_view magic) override;
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) override {
    return inflater_.step(in, to, size, written);
  }
  bool has_segments() const override { return true; }

  ZstdInflater inflater_;
};

}  // namespace pith
