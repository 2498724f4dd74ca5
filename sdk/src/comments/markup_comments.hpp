#pragma once

#include <vector>

#include "pith/comments.hpp"
#include "pith/page_context.hpp"

namespace pith::comments {

/// The comments that stand in the page's markup. Cuts in the context's ledger what is no part of their texts.
std::vector<Comment> comments_in_markup(PageContext& context);

}  // namespace pith::comments
