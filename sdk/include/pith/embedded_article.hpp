#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/article.hpp"
#include "pith/export.hpp"
#include "pith/json.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// A JSON text that a page carries in its scripts.
struct EmbeddedData {
  /// "script#__NEXT_DATA__", "script[type=application/json]", "window.__APOLLO_STATE__", "__next_f",
  /// "attribute data-props" ...
  std::string origin;
  JsonDocument json;
};

/// All JSON in the page's scripts: `type=application/json` (any id), JSON-LD left out, assignments to
/// `window.*`/`self.*`/`var` of objects, the pieces pushed to `self.__next_f`, and `data-*` attributes. In
/// document order.
PITH_API std::vector<EmbeddedData> embedded_data(const Document& document);

/// Finds in any JSON value the object that is most like an article: a headline or title together with a body
/// that is an HTML string, Markdown or plain text, a list of paragraphs, or a tree of nodes `{type,
/// data|text, children}`; and reads it. The object whose title agrees with `expected_title` wins (if not
/// empty); then the longest body. Gives nothing if no object has both. Depth and size are bounded.
PITH_API std::optional<Article> article_in(JsonValue value, std::string_view origin,
                                           std::string_view expected_title, PageContext& context);

/// Reads the article-like object out of any of the page's embedded data, else JSON-LD articleBody (if it has
/// one).
PITH_API std::optional<Article> embedded_article(PageContext& context);

/// Blocks of a tree of nodes as content APIs give it: `type` (or `tagName`, `nodeType`, `tag`, `name`) is an
/// HTML element name or "text"; strings in `data`, `text`, `value` or `content`, which may hold character
/// references; `children` (or `content`, `nodes`); attributes in `attribs`, `attrs`, `attributes`, `props`.
/// Unknown kinds are not text and are left out, with an entry in the ledger.
PITH_API std::vector<Block> blocks_of_node_tree(JsonValue nodes, PageContext& context);

/// Blocks of a fragment of HTML (a string out of embedded data).
PITH_API std::vector<Block> blocks_of_html(std::string_view html, PageContext& context);
/// Blocks of plain text: one paragraph a line, or paragraphs between empty lines.
PITH_API std::vector<Block> blocks_of_text(std::string_view text);

}  // namespace pith
