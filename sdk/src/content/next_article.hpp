#pragma once

#include <cstddef>
#include <vector>

#include "content/text_run.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The first run of the next article on a page that goes on with one after the other, as some do where a
/// reader scrolls to the end; the number of runs if there is none. A further article is told by its headline,
/// which the template of the page's own headline made; headings within an article are made by others.
std::size_t find_next_article(const std::vector<TextRun>& runs, PageContext& context);

}  // namespace pith
