#include "embedded/article_object.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "embedded/markdown.hpp"
#include "embedded/node_kind.hpp"
#include "embedded/object_text.hpp"
#include "pith/embedded_article.hpp"
#include "pith/text.hpp"

namespace pith::embedded {
namespace {

constexpr std::size_t max_measured = 5'000;

bool has_tag(std::string_view text) {
  for (const std::string_view tag : {"<p", "</", "<br", "<div", "<h2", "<li", "<a "}) {
    if (text.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

std::string title_here(JsonValue object) {
  auto title = first_text(
      object, {"headline", "title", "headlines", "heading", "articleTitle", "storyTitle", "pageTitle"});
  if (!title.empty()) return title;
  // Everything has a name; a headline has several words.
  title = text_in(object["name"]);
  return count_words(title) > 1 ? title : std::string();
}

/// A string out of JSON in which the tags themselves are references.
std::string unescaped(std::string_view text) {
  const bool escaped =
      text.find('<') == std::string_view::npos && text.find("&lt;") != std::string_view::npos;
  return escaped ? decode_entities(text) : std::string(text);
}

bool is_body_value(JsonValue value) {
  if (value.is_string()) return value.string().size() >= 20;
  if (!value.is_array() || value.size() == 0) return false;
  for (std::size_t i = 0; i < value.size() && i < 4; ++i) {
    const JsonValue item = value.at(i);
    if (item.is_string() && item.string().size() >= 20) return true;
    // A tree: nodes with a kind, a text, or children; a list of other things is no body.
    if (item.is_object() &&
        (kind_of_node(item).role != Role::bare || children_of_node(item) || !string_of_node(item).empty()))
      return true;
  }
  return false;
}

/// Names that say "body", the surest first, and names of what a body may be wrapped in or be called
/// elsewhere.
constexpr auto body_names = std::to_array<const char*>(
    {"body",         "articleBody", "bodyHtml",       "body_html",        "bodyHTML", "contentHtml",
     "content_html", "bodyText",    "body_text",      "content_elements", "content",  "html",
     "paragraphs",   "blocks",      "story",          "storyHtml",        "text",     "fullText",
     "full_text",    "markdown",    "articleContent", "rendered",         "json",     "document"});
constexpr auto wrapper_names =
    std::to_array<const char*>({"root", "nodes", "children", "components", "sections", "value", "main",
                                "data", "article", "fields", "attributes", "post"});
constexpr int most_wrappers = 3;

JsonValue body_below(JsonValue object, int depth);

template <std::size_t n>
JsonValue body_among(JsonValue object, const std::array<const char*, n>& names, int depth) {
  JsonValue wrapper;
  for (const char* name : names) {
    const JsonValue value = object[name];
    if (is_body_value(value)) return value;
    // A tree whose root is a node by itself.
    if (value.is_object() && kind_of_node(value).role == Role::container && children_of_node(value))
      return value;
    if (value.is_object() && !wrapper) wrapper = value;
  }
  return wrapper && depth < most_wrappers ? body_below(wrapper, depth + 1) : JsonValue();
}

/// What a name that says "body" wraps comes before what any other name holds. At most 2^4 calls.
JsonValue body_below(JsonValue object, int depth) {
  if (const JsonValue body = body_among(object, body_names, depth)) return body;
  return body_among(object, wrapper_names, depth);
}

}  // namespace

std::string title_of_object(JsonValue object) {
  std::string title = title_here(object);
  for (const char* holder : title_holders) {
    if (title.empty() && object[holder].is_object()) title = title_here(object[holder]);
  }
  return title.size() <= 600 ? title : std::string();
}

JsonValue body_of_object(JsonValue object) {
  return body_below(object, 0);
}

std::size_t text_size(JsonValue body) {
  std::size_t size = 0;
  std::vector<JsonValue> open{body};
  for (std::size_t seen = 0; !open.empty() && seen < max_measured; ++seen) {
    const JsonValue value = open.back();
    open.pop_back();
    if (value.is_string()) {
      const auto text = value.string();
      // Words have spaces; addresses and identifiers have none.
      const bool words = text.find(' ') != std::string_view::npos || value.string().size() < 20;
      const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
      size += words ? text.size() - std::min(text.size(), 8 * tags) : 0;
    } else {
      for (std::size_t i = 0; i < value.size(); ++i) {
        const JsonValue child = value.at(i);
        const bool text_member = !value.is_object() || !child.is_string() || !string_of_node(value).empty();
        if (text_member && (child.is_string() || child.is_array() || child.is_object()))
          open.push_back(child);
      }
    }
  }
  return size;
}

std::vector<Block> blocks_of_body(JsonValue body, PageContext& context) {
  if (!body.is_string()) return blocks_of_node_tree(body, context);
  const std::string text = unescaped(body.string());
  if (has_tag(text)) return blocks_of_html(text, context);
  if (looks_like_markdown(text)) return blocks_of_html(html_of_markdown(text), context);
  return blocks_of_text(decode_entities(text));
}

}  // namespace pith::embedded
