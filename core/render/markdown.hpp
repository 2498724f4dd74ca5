#pragma once

#include <string>

#include "pith/article.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// An article's body as CommonMark that a CommonMark parser reads back to the same blocks. What
/// CommonMark has no form for is written so:
///
/// * tables as GitHub's pipe tables; a table without a head gets an empty one, and what a cell spans
///   beyond itself becomes empty cells;
/// * figures as pictures, each a paragraph, and a paragraph in emphasis for caption and credit;
/// * list items with nothing to show not at all;
/// * embeds as links; a link or picture that is not safe to show (safe_url) as its text or not at all;
/// * blocks nested deeper than Limits::block_depth as paragraphs of their text.
std::string render_markdown(const std::vector<Block>& body);

/// The same with the title as a first heading, the subtitle in emphasis and a byline.
std::string render_markdown(const Article& article);

/// Every article, a thematic break between them; of a feed or an index without articles its links.
std::string render_markdown(const Extraction& extraction);

}  // namespace pith
