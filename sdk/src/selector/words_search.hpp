#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "selector/compiled_selector.hpp"
#include "selector/search_text.hpp"

namespace pith {

class SelectorMatch;

/// Answers one :contains-text() on one document.
class WordsSearch {
 public:
  bool matches(SelectorMatch& match, const SimpleSelector& words, std::uint32_t row);

 private:
  std::shared_ptr<const SearchText> text_;
  std::vector<std::uint32_t> found_;
};

}  // namespace pith
