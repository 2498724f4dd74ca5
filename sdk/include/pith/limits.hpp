#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace pith {

/// What one page may cost. Every stage keeps to the same limits; what was left out because of one is
/// told in a Notice of the Document and makes the result `partial` at best. Why each number is what it
/// is stands in docs/reference/limits.md.
struct Limits {
  /// Bytes of a page that are read; the rest is cut off.
  std::size_t bytes = std::size_t{16} << 20;
  /// Open elements; a deeper element is left out and its content kept in the deepest one allowed, as
  /// browsers do (WebKit and Blink cut at 512).
  std::uint32_t depth = 512;
  /// Rows (elements and texts) of a Document.
  std::uint32_t nodes = 500'000;
  /// Attributes kept of one element.
  std::uint32_t attributes = 256;
  /// Bytes the parser may hold while it works.
  std::size_t parse_memory = std::size_t{160} << 20;
  /// Elements nested in one another within the blocks of an article (lists in lists, quotes in quotes).
  std::uint32_t block_depth = 16;
  /// Time one page may take, from bytes to result. Checked between and within the stages.
  std::chrono::milliseconds time{5'000};
};

}  // namespace pith
