#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "pith/document.hpp"
#include "pith/page.hpp"
#include "pith/selector.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

struct PathPattern {
  std::string pattern;
};
using PageTest = std::function<bool(const Page&, const Document&)>;

/// Something that a page must have.
struct PageCondition {
  std::variant<Selector, TextPattern, PathPattern, PageTest> what;

  bool holds(const Page& page, const Document& document) const;
  std::string describe() const;
};

/// Whether some line that a visitor sees is so. Cheap where the words do not occur in the page at all.
bool has_visible_line(const Document& document, const TextPattern& pattern);

}  // namespace pith
