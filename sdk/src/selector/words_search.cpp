#include "selector/words_search.hpp"

#include <algorithm>

#include "selector/selector_match.hpp"

namespace pith {

bool WordsSearch::matches(SelectorMatch& match, const SimpleSelector& words, std::uint32_t row) {
  const NodeRow& element = match.table().rows[row];
  const RowSpan needed{row, element.end};
  if (!text_ || !text_->span().covers(needed)) {
    text_ = match.text_for(needed);
    found_ = text_->find_all(words.name);
  }
  const auto [begin, end] = text_->range(element, row);
  const auto first = std::lower_bound(found_.begin(), found_.end(), begin);
  return first != found_.end() && *first + words.name.size() <= end;
}

}  // namespace pith
