#pragma once

#include <memory>
#include <string>

#include "core/archive/compressed_stream.hpp"

struct ZSTD_DCtx_s;

namespace pith {

/// Zstandard frames (RFC 8878). Skippable frames are passed over; one with the magic number 0x184D2A5D at the
/// beginning of the file is the dictionary of all other frames
/// (iipc.github.io/warc-specifications/specifications/warc-zstd), compressed itself or not.
class ZstdStream : public CompressedStream {
 public:
  /// A dictionary may be as large; a frame may look back 128 MiB, as zstd itself allows unless told.
  static constexpr std::size_t largest_dictionary = std::size_t{16} << 20;

  /// Reads the dictionary. Throws Error with `name` as the place if it cannot be used.
  ZstdStream(RawInput input, const std::string& name);
  ~ZstdStream() override;

 private:
  bool begins_segment(std::string_view bytes) const override;
  bool pass_over(RawInput& input) override;
  void begin() override;
  Step decompress(RawInput& input, char* to, std::size_t size, std::size_t& written) override;

  struct Free {
    void operator()(ZSTD_DCtx_s* context) const noexcept;
  };

  std::string name_;
  std::unique_ptr<ZSTD_DCtx_s, Free> zstd_;
  bool any_ = false;  ///< a frame has come through
};

}  // namespace pith
