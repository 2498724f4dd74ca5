#pragma once

#include <optional>

#include "pith/block.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// Something of another site that is shown in the page (a video, a post), as an embed block; nothing if it
/// has no address or is no content (an advertisement frame).
std::optional<Block> read_embed(Node element, PageContext& context);

/// A player or a post as a custom element (`amp-youtube`, `lite-youtube`, `amp-twitter` ...), which names
/// what it shows by a number, or the `div` that Facebook's program fills; nothing for any other element.
std::optional<Block> read_custom_embed(Node element, PageContext& context);

/// A post quoted in the markup that its site gives out for that: where the post is, and whether the quote is
/// the post itself or only words that stand there until the site has replaced them.
struct QuotedPost {
  Block embed;
  bool has_text = false;
};
std::optional<QuotedPost> read_quoted_post(Node blockquote, PageContext& context);

}  // namespace pith
