#pragma once

#include <string>

#include "pith/article.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// An article for a terminal: title, subtitle and byline each on a line ("By A and B, 2025-08-01"), an
/// empty line, then the blocks with empty lines between, list items with their markers, quotes behind
/// "> ", code indented. Control characters are left out: no page can steer the terminal.
std::string render_text(const Article& article);

/// Every article, a rule between them; of a feed or an index without articles its links.
std::string render_text(const Extraction& extraction);

/// The text of an article as the JSON gives it: text_of(body).
std::string body_text(const Article& article);

/// The text of a page as the JSON gives it: of one article its body; of several each title followed by
/// the body, joined by '\n'.
std::string page_text(const Extraction& extraction);

}  // namespace pith
