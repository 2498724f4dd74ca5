#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/encoding/decompression_step.hpp"

struct ZSTD_DCtx_s;

namespace pith {

/// A number as Zstandard writes it, of the four bytes at `at`: magic numbers, sizes of skippable frames.
std::uint32_t zstd_number_at(std::string_view bytes, std::size_t at) noexcept;

/// zstd's decompression of one frame after another (RFC 8878). For one thread.
class ZstdInflater {
 public:
  /// A frame may look back 2 to the power of `most_window_log` bytes. Throws std::bad_alloc.
  explicit ZstdInflater(int most_window_log);
  ~ZstdInflater();

  /// Of all frames. What is wrong with it; empty if nothing is.
  std::string use_dictionary(std::string_view dictionary);
  /// The next bytes begin a frame.
  void restart() noexcept;
  /// As Decoder::step().
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written);
  /// What zstd says of damage; empty if nothing.
  std::string_view complaint() const { return complaint_; }
  /// Whether it is that the frame looks back too far.
  bool looks_back_too_far() const { return looks_back_too_far_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const noexcept;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> zstd_;
  std::string_view complaint_;  // of zstd's own sentences
  bool looks_back_too_far_ = false;
};

}  // namespace pith
