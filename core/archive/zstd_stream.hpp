#pragma once

#include <string>

#include "core/archive/compressed_stream.hpp"
#include "core/encoding/zstd_inflater.hpp"

namespace pith {

/// Zstandard frames (RFC 8878). Skippable frames are passed over; one with the magic number 0x184D2A5D at the
/// beginning of the file is the dictionary of all other frames
/// (iipc.github.io/warc-specifications/specifications/warc-zstd), compressed itself or not.
class ZstdStream : public CompressedStream {
 public:
  /// A dictionary may be as large; a frame may look back 128 MiB, as zstd itself allows unless told.
  static constexpr std::size_t largest_dictionary = std::size_t{16} << 20;
  static constexpr int most_window_log = 27;

  /// Reads the dictionary. Throws Error with `name` as the place if it cannot be used.
  ZstdStream(RawInput input, const std::string& name);

 private:
  bool begins_segment(std::string_view bytes) const override;
  bool pass_over(RawInput& input) override;
  void begin() override;
  Step decompress(RawInput& input, char* to, std::size_t size, std::size_t& written) override;

  std::string name_;
  ZstdInflater inflater_;
  bool any_ = false;  ///< a frame has come through
};

}  // namespace pith
