#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/batch/byte_source.hpp"

namespace pith {

/// One line of input, without its end and without a byte order mark of UTF-8 before it.
struct InputLine {
  std::string text;
  /// Counted from 1, blank lines included.
  std::uint64_t number = 0;
  /// The line was longer than allowed: `text` holds only its beginning.
  bool too_long = false;
};

/// Reads lines of a bounded length: of a longer line the beginning is kept and the rest passed over, so
/// that no input can fill the memory. A last line without a line feed counts.
class LineReader {
 public:
  /// The longest line unless said otherwise: a page of the largest size allowed (Limits::bytes), as
  /// Base64 or with every byte escaped, fits.
  static constexpr std::size_t default_longest = std::size_t{64} << 20;

  explicit LineReader(std::unique_ptr<ByteSource> source, std::size_t longest = default_longest);

  /// The next line; nothing at the end. Throws Error if the source does.
  std::optional<InputLine> next();
  /// Bytes of the input up to the end of the last line, its line feed included.
  std::uint64_t position() const noexcept { return position_; }

 private:
  bool refill();
  void take(std::string& text, bool& too_long, const char* data, std::size_t size) const;

  std::unique_ptr<ByteSource> source_;
  std::size_t longest_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t position_ = 0;
};

}  // namespace pith
