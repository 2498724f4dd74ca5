#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "selector/compiled_selector.hpp"

namespace pith {

class SelectorMatch;

/// Answers one :nth-* selector (Selectors 4, section 14.4) on one document. The children of a parent are
/// counted once, when first asked for, unless they are few.
class SiblingPositions {
 public:
  bool matches(SelectorMatch& match, const SimpleSelector& nth, std::uint32_t row);

 private:
  /// One-based; 0 for an element that "of S" does not count, or that has too many siblings to walk.
  static std::uint32_t walk(const SelectorMatch& match, const SimpleSelector& nth, std::uint32_t row);
  std::uint32_t look_up(SelectorMatch& match, const SimpleSelector& nth, std::uint32_t row);

  /// By parent: the rows of its children and their positions, in order.
  std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> counted_;
};

}  // namespace pith
