#pragma once

#include <cstddef>
#include <cstdint>

namespace pith {

/// What Gumbo will need for a page, estimated while the page is read, in proportion to what its
/// algorithms do: most look through the stack of open elements for every tag, and through the list of
/// active formatting elements for every character. One unit of work is about a nanosecond.
class ParseCost {
 public:
  static constexpr std::uint64_t memory_per_byte = 4;
  static constexpr std::uint64_t work_per_byte(std::size_t depth, std::size_t formatting) noexcept {
    return 12 + (formatting != 0 ? depth : 0);
  }

  void text(std::size_t bytes, std::size_t depth, std::size_t formatting) noexcept {
    work_ += bytes * work_per_byte(depth, formatting);
    memory_ += memory_per_byte * bytes + 256;
    ++nodes_;
  }
  /// Text that is skipped: it costs next to nothing.
  void withheld(std::size_t bytes) noexcept { work_ += bytes / 8; }
  void tag(std::size_t bytes, std::size_t attributes, std::size_t depth, std::size_t formatting) noexcept {
    work_ += 12 * bytes + 300 + 4 * depth + 400 * formatting + (3 + formatting) * attributes * attributes;
    memory_ += 512 + 256 * attributes + 2 * bytes;
    ++nodes_;
  }

  std::uint64_t work() const noexcept { return work_; }
  std::uint64_t memory() const noexcept { return memory_; }
  std::uint64_t nodes() const noexcept { return nodes_; }

 private:
  std::uint64_t work_ = 0;
  std::uint64_t memory_ = 0;
  std::uint64_t nodes_ = 0;
};

}  // namespace pith
