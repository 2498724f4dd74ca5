#pragma once

#include <string>
#include <vector>

#include "pith/export.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The elements that hold a page's main content, in document order; empty if nothing on the page
/// looks like content. One pass over the rows, candidates scored by text and link density, the
/// shape of paragraphs, element and class names (after Readability's scoring), and by how much of JSON-LD
/// articleBody they contain. `why` is told what decided.
PITH_API std::vector<Node> find_main_content(PageContext& context, std::string* why = nullptr);

}  // namespace pith
