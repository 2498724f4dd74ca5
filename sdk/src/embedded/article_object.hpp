#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pith/article.hpp"
#include "pith/json.hpp"
#include "pith/page_context.hpp"

namespace pith::embedded {

/// The headline of an article-like object, wherever it keeps it; empty if it has none.
std::string title_of_object(JsonValue object);

/// The value that holds the body of an article-like object; empty if it has none.
JsonValue body_of_object(JsonValue object);

/// How much text a body holds, roughly: tags and keys not counted. Bounded work.
std::size_t text_size(JsonValue body);

/// The blocks of a body in whatever form: HTML, Markdown, plain text, paragraphs, a tree of nodes.
std::vector<Block> blocks_of_body(JsonValue body, PageContext& context);

}  // namespace pith::embedded
