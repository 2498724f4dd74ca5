#include "selector/has_search.hpp"

#include <algorithm>

#include "selector/selector_match.hpp"

namespace pith {
namespace {

/// The n-th bit stands for the n-th compound of the relative selector: "an element matches it and the
/// rest to its right has been found".
using Bits = std::uint64_t;

struct SeenFrom {
  Bits here = 0;
  Bits children = 0;
  Bits below = 0;
  Bits later_siblings = 0;
};

bool leads_inside(const CompoundSelector& compound) {
  return compound.combinator == Combinator::child || compound.combinator == Combinator::descendant;
}

/// The end of the rows that must be seen to answer for this one.
std::uint32_t needed_end(const SelectorMatch& match, const ComplexSelector& relative, std::uint32_t row) {
  const std::vector<NodeRow>& rows = match.table().rows;
  if (leads_inside(relative.compounds.front())) return rows[row].end;
  const bool next_only = relative.compounds.front().combinator == Combinator::next_sibling &&
                         std::all_of(relative.compounds.begin() + 1, relative.compounds.end(), leads_inside);
  if (!next_only) return rows[rows[row].parent].end;
  const std::uint32_t next = match.next_element(row);
  return next == 0 ? rows[row].end : rows[next].end;
}

RowSpan needed_for(const SelectorMatch& match, const SimpleSelector& has, std::uint32_t row) {
  RowSpan needed{row, row + 1};
  for (const ComplexSelector& relative : has.list) {
    needed.end = std::max(needed.end, needed_end(match, relative, row));
  }
  return needed;
}

/// Whether the compound and the rest to its right have been found where its combinator wants them.
bool is_reached(const ComplexSelector& relative, std::size_t compound, const SeenFrom& seen,
                Bits next_sibling) {
  const Bits bit = Bits{1} << compound;
  switch (relative.compounds[compound].combinator) {
    case Combinator::child:
      return (seen.children & bit) != 0;
    case Combinator::next_sibling:
      return (next_sibling & bit) != 0;
    case Combinator::subsequent_sibling:
      return (seen.later_siblings & bit) != 0;
    case Combinator::descendant:
    case Combinator::none:
      break;
  }
  return (seen.below & bit) != 0;
}

}  // namespace

bool HasSearch::matches(SelectorMatch& match, const SimpleSelector& has, std::uint32_t row) {
  const RowSpan needed = needed_for(match, has, row);
  if (!span_.covers(needed)) {
    span_ = match.span_for(needed, span_.empty());
    found_.assign(span_.end - span_.begin, false);
    for (const ComplexSelector& relative : has.list) search(match, relative);
  }
  return found_[row - span_.begin];
}

void HasSearch::search(SelectorMatch& match, const ComplexSelector& relative) {
  const std::vector<NodeRow>& rows = match.table().rows;
  const std::size_t last = relative.compounds.size() - 1;
  std::vector<SeenFrom> seen(span_.end - span_.begin);
  for (std::uint32_t row = span_.end; row-- > span_.begin;) {
    if (!rows[row].is_element()) continue;
    SeenFrom& self = seen[row - span_.begin];
    const std::uint32_t next = match.next_element(row);
    Bits next_sibling = 0;
    if (next != 0 && next < span_.end) {
      next_sibling = seen[next - span_.begin].here;
      self.later_siblings = next_sibling | seen[next - span_.begin].later_siblings;
    }
    for (std::size_t compound = 0; compound <= last; ++compound) {
      const bool rest = compound == last || is_reached(relative, compound + 1, self, next_sibling);
      if (rest && match.matches_compound(relative.compounds[compound], row)) self.here |= Bits{1} << compound;
    }
    if (is_reached(relative, 0, self, next_sibling)) found_[row - span_.begin] = true;
    const std::uint32_t parent = rows[row].parent;
    if (parent < span_.begin) continue;
    seen[parent - span_.begin].children |= self.here;
    seen[parent - span_.begin].below |= self.here | self.below;
  }
}

}  // namespace pith
