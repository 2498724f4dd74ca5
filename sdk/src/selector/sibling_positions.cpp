#include "selector/sibling_positions.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "selector/selector_match.hpp"

namespace pith {
namespace {

/// Siblings that are walked for one element before all are counted at once.
constexpr std::uint32_t longest_walk = 32;

using Counted = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Whether `position` is a*n+b for some n >= 0.
bool is_nth(int a, int b, std::uint32_t position) {
  const long long distance = static_cast<long long>(position) - b;
  if (a == 0) return distance == 0;
  return distance % a == 0 && distance / a >= 0;
}

/// The same expanded name. The drawing's `a` is not the page's.
bool is_same_type(const NodeRow& a, const NodeRow& b) {
  return a.name_hash == b.name_hash && a.is_foreign == b.is_foreign && a.text() == b.text();
}

Counted child_elements(const SelectorMatch& match, std::uint32_t parent) {
  Counted children;
  const std::uint32_t end = match.table().rows[parent].end;
  std::uint32_t at = parent + 1;
  if (at < end && !match.table().rows[at].is_element()) at = match.next_element(at);
  for (; at != 0 && at < end; at = match.next_element(at)) children.emplace_back(at, 0);
  return children;
}

/// Numbers the children in the order given.
template <class Iterator>
void count(SelectorMatch& match, const SimpleSelector& nth, Iterator first, Iterator last) {
  std::uint32_t position = 0;
  std::array<std::unordered_map<std::string_view, std::uint32_t>, 2> by_type;
  for (; first != last; ++first) {
    const NodeRow& child = match.table().rows[first->first];
    if (nth.of_type) {
      first->second = ++by_type[child.is_foreign ? 1 : 0][child.text()];
    } else if (nth.list.empty() || match.matches_any(nth.list, first->first)) {
      first->second = ++position;
    }
  }
}

}  // namespace

bool SiblingPositions::matches(SelectorMatch& match, const SimpleSelector& nth, std::uint32_t row) {
  std::uint32_t position = nth.list.empty() ? walk(match, nth, row) : 0;
  if (position == 0) position = look_up(match, nth, row);
  return position != 0 && is_nth(nth.a, nth.b, position);
}

std::uint32_t SiblingPositions::walk(const SelectorMatch& match, const SimpleSelector& nth,
                                     std::uint32_t row) {
  const NodeRow& element = match.table().rows[row];
  std::uint32_t position = 1;
  std::uint32_t at = row;
  for (std::uint32_t steps = 0; steps < longest_walk; ++steps) {
    at = nth.from_end ? match.next_element(at) : match.previous_element(at);
    if (at == 0) return position;
    if (!nth.of_type || is_same_type(match.table().rows[at], element)) ++position;
    // For :first-* and :last-* one is enough to know.
    if (position > 1 && nth.a == 0 && nth.b == 1) return position;
  }
  return 0;
}

std::uint32_t SiblingPositions::look_up(SelectorMatch& match, const SimpleSelector& nth, std::uint32_t row) {
  const std::uint32_t parent = match.table().rows[row].parent;
  const auto [at, is_new] = counted_.try_emplace(parent);
  Counted& children = at->second;
  if (is_new) {
    children = child_elements(match, parent);
    if (nth.from_end) {
      count(match, nth, children.rbegin(), children.rend());
    } else {
      count(match, nth, children.begin(), children.end());
    }
  }
  const auto found = std::lower_bound(children.begin(), children.end(), std::pair(row, std::uint32_t{0}));
  return found->second;
}

}  // namespace pith
