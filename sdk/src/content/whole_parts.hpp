#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// Changes what is kept where runs belong together for a reader: a table of data, a block of code and a
/// quoted post are kept or cut whole; an item of a list goes where its list goes, a term where its
/// description, a summary where its details, a heading where the text below it, a footnote where its mark.
/// About linear in rows and runs.
void keep_parts_whole(const std::vector<TextRun>& runs, PageContext& context, std::vector<bool>& kept);

}  // namespace pith
