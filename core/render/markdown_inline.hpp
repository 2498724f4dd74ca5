#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"

namespace pith {

/// Where a text is going to stand, which decides what has to be escaped.
enum class MarkdownContext {
  paragraph,  ///< line breaks are kept as hard breaks
  heading,    ///< one line; a closing run of '#' is escaped
  cell,       ///< one line of a pipe table; '|' is escaped
};

/// Spans as CommonMark inlines that a parser reads back to the same text, marks and links.
///
/// * Marks are written with '*' only. Where '*' could not open or close (a quotation mark inside, a
///   letter outside: section 6.2 of CommonMark calls this flanking), the character outside is written
///   as a numeric reference, which is punctuation at both ends. Where one mark begins right after
///   another has ended, and where it could not be told which of two marks ends first, an empty comment
///   keeps the runs of '*' apart.
/// * Superscript and subscript are inline HTML, for CommonMark has no other way; so is code in a link
///   that would make the line a link reference definition ("[`a]:`](...)", section 4.7).
std::string markdown_inline(const std::vector<Span>& spans,
                            MarkdownContext context = MarkdownContext::paragraph);

/// A picture, as an inline; empty if its URL is not safe to load.
std::string markdown_image(const Image& image);

}  // namespace pith
