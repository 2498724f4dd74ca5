#pragma once

#include <optional>
#include <string>

#include "pith/article.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// "Ann Lee, Bo Chan and Cy Dunn".
std::string names_in_words(const std::vector<std::string>& names);

/// What stands under a title: "By Ann Lee and Bo Chan, 2025-08-01"; empty if neither is known.
std::string byline_of(const Article& article);

/// What a feed or an index without articles shows a reader: the channel's title and summary, and its
/// links as a list. Nothing if the page has articles, or neither channel nor links.
std::optional<Article> page_of_links(const Extraction& extraction);

/// The readers' comments as blocks under a title: of each a line with author and day, then what was written;
/// an answer is quoted once more than what it answers. Nothing if there are none.
std::optional<Article> page_of_comments(const Extraction& extraction);

}  // namespace pith
