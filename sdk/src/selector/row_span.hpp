#pragma once

#include <cstdint>

namespace pith {

/// The rows [begin, end) of a table.
struct RowSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const noexcept { return begin >= end; }
  bool covers(RowSpan other) const noexcept { return begin <= other.begin && other.end <= end; }
};

}  // namespace pith
