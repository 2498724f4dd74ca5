#pragma once

#include <cstdint>
#include <vector>

#include "selector/compiled_selector.hpp"
#include "selector/row_span.hpp"

namespace pith {

class SelectorMatch;

/// Answers one :has() (Selectors 4, section 4.5) on one document.
///
/// For a whole span of rows at once, from the last row to the first: what stands below and to the right
/// of an element is known when it is reached, so that a relative selector costs one pass, however many
/// elements are asked about.
class HasSearch {
 public:
  bool matches(SelectorMatch& match, const SimpleSelector& has, std::uint32_t row);

 private:
  void search(SelectorMatch& match, const ComplexSelector& relative);

  RowSpan span_;
  std::vector<bool> found_;
};

}  // namespace pith
