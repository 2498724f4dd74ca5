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

  /// The same for who asks for one place after the other: `near` is where the last answer was found.
  std::uint32_t begin(std::uint32_t filtered, std::size_t& near) const noexcept {
    near = first_cut(filtered + 1U, near);
    return shifted(near, filtered);
  }
  std::uint32_t end(std::uint32_t filtered, std::size_t near) const noexcept {
    return shifted(first_cut(filtered, near), filtered);
  }

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
    return shifted(first_cut(0, cuts_.size(), limit), filtered);
  }

  /// The first cut from `limit` on, of those in a part of the list that holds it.
  std::size_t first_cut(std::size_t from, std::size_t to, std::uint32_t limit) const noexcept {
    const auto at = [&](std::size_t place) { return cuts_.begin() + static_cast<std::ptrdiff_t>(place); };
    const auto found = std::lower_bound(at(from), at(to), limit,
                                        [](const Cut& cut, std::uint32_t end) { return cut.filtered < end; });
    return static_cast<std::size_t>(found - cuts_.begin());
  }

  /// The same, searched in ever longer steps away from `near`.
  std::size_t first_cut(std::uint32_t limit, std::size_t near) const noexcept {
    std::size_t from = near;
    for (std::size_t step = 1; from > 0 && cuts_[from - 1].filtered >= limit; step *= 2)
      from -= std::min(step, from);
    std::size_t to = near;
    for (std::size_t step = 1; to < cuts_.size() && cuts_[to].filtered < limit; step *= 2)
      to += std::min(step, cuts_.size() - to);
    return first_cut(from, to, limit);
  }

  /// `after` is the first cut behind the place.
  std::uint32_t shifted(std::size_t after, std::uint32_t filtered) const noexcept {
    if (after == 0) return filtered;
    const Cut& last = cuts_[after - 1];
    return last.source + (filtered - last.filtered);
  }

  std::uint32_t at_or_after_last(std::uint32_t filtered) const noexcept {
    return cuts_.empty() ? filtered : cuts_.back().source + (filtered - cuts_.back().filtered);
  }

  std::vector<Cut> cuts_;
};

}  // namespace pith
