#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pith {

/// Leads from offsets in a filtered text back to the text it was made from: a sorted list of cuts.
class PositionMap {
 public:
  /// From offset `filtered` on, texts go on at `source` of the other. Called in order.
  void cut(std::uint32_t filtered, std::uint32_t source) {
    if (!cuts_.empty() && cuts_.back().filtered == filtered) {
      cuts_.back().source = source;
    } else if (end(filtered) != source) {
      cuts_.push_back({filtered, source});
    }
  }

  /// The place in the source of the byte at `filtered`; at a cut, the place behind it.
  std::uint32_t begin(std::uint32_t filtered) const noexcept { return shift_before(filtered + 1U, filtered); }
  /// The end in the source of a piece that ends at `filtered`; at a cut, the place before it.
  std::uint32_t end(std::uint32_t filtered) const noexcept { return shift_before(filtered, filtered); }

  /// Forgets what was noted from offset `filtered` on.
  void truncate(std::uint32_t filtered) noexcept {
    while (!cuts_.empty() && cuts_.back().filtered >= filtered) cuts_.pop_back();
  }

  bool empty() const noexcept { return cuts_.empty(); }
  void clear() noexcept { cuts_.clear(); }

 private:
  struct Cut {
    std::uint32_t filtered;
    std::uint32_t source;
  };

  std::uint32_t shift_before(std::uint32_t limit, std::uint32_t filtered) const noexcept {
    if (cuts_.empty() || cuts_.back().filtered < limit) return at_or_after_last(filtered);
    const auto after = std::lower_bound(cuts_.begin(), cuts_.end(), limit,
                                        [](const Cut& cut, std::uint32_t at) { return cut.filtered < at; });
    if (after == cuts_.begin()) return filtered;
    const Cut& last = *(after - 1);
    return last.source + (filtered - last.filtered);
  }

  std::uint32_t at_or_after_last(std::uint32_t filtered) const noexcept {
    return cuts_.empty() ? filtered : cuts_.back().source + (filtered - cuts_.back().filtered);
  }

  std::vector<Cut> cuts_;
};

}  // namespace pith
