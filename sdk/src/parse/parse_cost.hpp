#pragma once

#include <cstddef>
#include <cstdint>

namespace pith {

/// What Gumbo will need for a page, estimated while the page is read, in proportion to what its
/// algorithms do: most look through the stack of open elements for every tag, and through the list of
/// active formatting elements for every character. One unit of work is about a nanosecond.
class ParseCost {
 public:
  void text(std::size_t bytes, std::size_t depth, std::size_t formatting) noexcept {
    work_ += bytes * (40 + (formatting != 0 ? depth : 0));
    memory_ += 4 * bytes + 256;
    ++nodes_;
  }
  /// Characters of text that begin something in vain ('<', '&') or are replaced (zero bytes).
  void odd_characters(std::size_t count) noexcept { work_ += 100 * count; }
  /// Text that is skipped: it costs next to nothing.
  void withheld(std::size_t bytes) noexcept { work_ += bytes / 4; }
  void tag(std::size_t bytes, std::size_t attributes, std::size_t depth, std::size_t formatting) noexcept {
    work_ += 40 * bytes + 300 + 4 * depth + 400 * formatting + (4 + 5 * formatting) * attributes * attributes;
    memory_ += 352 + 256 * attributes + 2 * bytes;
    ++nodes_;
  }
  /// A start tag within SVG or MathML: each attribute is looked up in a list of 62.
  void foreign_start_tag(std::size_t attributes) noexcept { work_ += 600 + 600 * attributes; }
  /// An end tag there is compared, as text, with all that is open.
  void foreign_end_tag(std::size_t depth) noexcept { work_ += 24 * depth; }

  std::uint64_t work() const noexcept { return work_; }
  std::uint64_t memory() const noexcept { return memory_; }
  std::uint64_t nodes() const noexcept { return nodes_; }

 private:
  std::uint64_t work_ = 0;
  std::uint64_t memory_ = 0;
  std::uint64_t nodes_ = 0;
};

}  // namespace pith
