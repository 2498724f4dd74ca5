#pragma once

#include <vector>

#include "pith/article.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The body for pages whose markup says nothing: all that a reader meets after the headline. Sets the
/// article's title if it has none. Empty if no headline is found. With `lines`, lines that have no block of
/// their own are paragraphs.
std::vector<Block> read_after_headline(Article& article, PageContext& context, bool lines);

/// A list of other headlines that follows the text with no line to announce it.
void drop_trailing_headlines(std::vector<Block>& body, Ledger& ledger);

/// Blocks at the top of a body that say the title again.
void drop_repeated_title(Article& article, Ledger& ledger);

}  // namespace pith
