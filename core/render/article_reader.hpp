#pragma once

#include <string_view>

#include "pith/article.hpp"

namespace pith {

/// Reads an article back from JSON: a member of `articles` of the schema pith-extraction/1, as
/// render_article_json writes it. What is written of it again is the same, byte for byte, and so is the
/// Markdown, HTML and text made of it. Members that are not known are passed over and absent ones are not
/// known, as the schema asks of its readers.
///
/// Throws Error, naming the member: no JSON, no valid UTF-8, a member of another type, a block of no known
/// type, blocks nested deeper than Limits::block_depth. Neither parsing nor reading recurses.
Article read_article(std::string_view json);

}  // namespace pith
