#pragma once

#include <vector>

#include "pith/document.hpp"
#include "pith/json.hpp"
#include "pith/page_context.hpp"

namespace blog_index {

/// One post of a list that a page carries as data, for a program to draw.
struct PostData {
  pith::Article article;  ///< all but the body
  std::string text;       ///< HTML or plain text; empty if the list has only titles
};

/// Whether a page shows nearly nothing and carries a list of posts.
bool carries_posts(const pith::Document& document);

/// The longest list of posts in the page's data, in order; empty if there is none.
std::vector<PostData> read_posts_data(pith::PageContext& context);

}  // namespace blog_index
