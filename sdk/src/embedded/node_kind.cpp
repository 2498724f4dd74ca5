#include "embedded/node_kind.hpp"

#include <unordered_map>

#include "pith/tag.hpp"
#include "pith/text.hpp"

namespace pith::embedded {
namespace {

struct Rule {
  Role role;
  std::string_view tag;
};

/// By the name in lower case without anything but letters and digits.
const std::unordered_map<std::string_view, Rule>& rules() {
  static const std::unordered_map<std::string_view, Rule> table{
      {"text", {Role::text, ""}},
      {"textnode", {Role::text, ""}},
      {"textrun", {Role::text, ""}},
      {"leaf", {Role::text, ""}},
      {"fragment", {Role::text, ""}},
      {"doc", {Role::container, ""}},
      {"document", {Role::container, ""}},
      {"root", {Role::container, ""}},
      {"body", {Role::container, ""}},
      {"group", {Role::container, ""}},
      {"richtext", {Role::container, ""}},
      {"html", {Role::html, ""}},
      {"rawhtml", {Role::html, ""}},
      {"raw", {Role::html, ""}},
      {"htmlstring", {Role::html, ""}},
      {"paragraph", {Role::prose, "p"}},
      {"para", {Role::prose, "p"}},
      {"normal", {Role::prose, "p"}},
      {"unstyled", {Role::prose, "p"}},
      {"bodytext", {Role::prose, "p"}},
      {"p", {Role::prose, "p"}},
      {"heading", {Role::prose, "h2"}},
      {"header", {Role::prose, "h2"}},
      {"subheading", {Role::prose, "h3"}},
      {"subhead", {Role::prose, "h3"}},
      {"subheadline", {Role::prose, "h3"}},
      {"crosshead", {Role::prose, "h3"}},
      {"crossheading", {Role::prose, "h3"}},
      {"title", {Role::prose, "h2"}},
      {"headerone", {Role::prose, "h1"}},
      {"headertwo", {Role::prose, "h2"}},
      {"headerthree", {Role::prose, "h3"}},
      {"headerfour", {Role::prose, "h4"}},
      {"headerfive", {Role::prose, "h5"}},
      {"headersix", {Role::prose, "h6"}},
      {"figcaption", {Role::prose, "figcaption"}},
      {"caption", {Role::prose, "figcaption"}},
      {"dt", {Role::prose, "dt"}},
      {"dd", {Role::prose, "dd"}},
      {"quote", {Role::block, "blockquote"}},
      {"blockquote", {Role::block, "blockquote"}},
      {"pullquote", {Role::block, "blockquote"}},
      {"div", {Role::block, "div"}},
      {"section", {Role::block, "section"}},
      {"article", {Role::block, "article"}},
      {"tr", {Role::block, "tr"}},
      {"tablerow", {Role::block, "tr"}},
      {"td", {Role::block, "td"}},
      {"tablecell", {Role::block, "td"}},
      {"th", {Role::block, "th"}},
      {"tableheader", {Role::block, "th"}},
      {"tableheadercell", {Role::block, "th"}},
      {"table", {Role::table, "table"}},
      {"list", {Role::list, "ul"}},
      {"ul", {Role::list, "ul"}},
      {"bulletlist", {Role::list, "ul"}},
      {"bulletedlist", {Role::list, "ul"}},
      {"unorderedlist", {Role::list, "ul"}},
      {"ol", {Role::list, "ol"}},
      {"orderedlist", {Role::list, "ol"}},
      {"numberedlist", {Role::list, "ol"}},
      {"numberlist", {Role::list, "ol"}},
      {"li", {Role::item, "li"}},
      {"listitem", {Role::item, "li"}},
      {"unorderedlistitem", {Role::item, "li"}},
      {"orderedlistitem", {Role::item, "li"}},
      {"image", {Role::figure, "figure"}},
      {"img", {Role::figure, "img"}},
      {"photo", {Role::figure, "figure"}},
      {"picture", {Role::figure, "figure"}},
      {"figure", {Role::figure, "figure"}},
      {"link", {Role::inline_, "a"}},
      {"a", {Role::inline_, "a"}},
      {"hyperlink", {Role::inline_, "a"}},
      {"autolink", {Role::inline_, "a"}},
      {"emphasis", {Role::inline_, "em"}},
      {"italic", {Role::inline_, "em"}},
      {"em", {Role::inline_, "em"}},
      {"i", {Role::inline_, "i"}},
      {"bold", {Role::inline_, "strong"}},
      {"strong", {Role::inline_, "strong"}},
      {"b", {Role::inline_, "b"}},
      {"inlinecode", {Role::inline_, "code"}},
      {"superscript", {Role::inline_, "sup"}},
      {"subscript", {Role::inline_, "sub"}},
      {"br", {Role::line_break, "br"}},
      {"linebreak", {Role::line_break, "br"}},
      {"hardbreak", {Role::line_break, "br"}},
      {"softbreak", {Role::line_break, ""}},
      {"hr", {Role::divider, "hr"}},
      {"divider", {Role::divider, "hr"}},
      {"delimiter", {Role::divider, "hr"}},
      {"thematicbreak", {Role::divider, "hr"}},
      {"horizontalrule", {Role::divider, "hr"}},
      {"pre", {Role::code, "pre"}},
      {"codeblock", {Role::code, "pre"}},
      {"iframe", {Role::embed, "iframe"}},
      {"embed", {Role::embed, "iframe"}},
      {"oembed", {Role::embed, "iframe"}},
      {"oembedresponse", {Role::embed, "iframe"}},
      {"video", {Role::embed, "iframe"}},
      {"youtube", {Role::embed, "iframe"}},
      {"tweet", {Role::embed, "iframe"}},
      {"twitter", {Role::embed, "iframe"}},
      {"instagram", {Role::embed, "iframe"}},
  };
  return table;
}

std::string letters_of(std::string_view name) {
  // "core/paragraph", "content.paragraph"
  if (const auto cut = name.find_last_of("/."); cut != std::string_view::npos) name.remove_prefix(cut + 1);
  std::string letters;
  for (const char c : lower_ascii(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
  }
  return letters;
}

bool is_generic(std::string_view kind) {
  return kind == "tag" || kind == "element" || kind == "node";
}

/// The name of the kind as written.
std::string_view written_kind(JsonValue node) {
  for (const char* key :
       {"type", "_type", "nodeType", "tagName", "tag", "nodeName", "kind", "blockType", "__typename"}) {
    const auto kind = node[key].string();
    if (kind.empty() || is_generic(lower_ascii(kind))) continue;
    return kind;
  }
  const auto type = node["type"].string();
  const bool may_be_name = is_generic(type) || children_of_node(node) || node["attribs"] || node["attrs"];
  return may_be_name ? node["name"].string() : std::string_view();
}

NodeKind heading_of(JsonValue node, NodeKind kind) {
  for (const char* key : {"level", "depth", "tag"}) {
    const std::string level = attribute_of_node(node, key);
    if (level.empty()) continue;
    const char digit = level.back();
    if (digit >= '1' && digit <= '6') kind.tag = std::string("h") + digit;
  }
  return kind;
}

bool is_ordered(JsonValue node) {
  for (const char* key : {"style", "list_type", "listType", "format", "ordered", "tag", "listItem"}) {
    const std::string value = lower_ascii(attribute_of_node(node, key));
    if (value == "ol" || value == "true" || value == "number" || value == "numbered" || value == "ordered" ||
        value == "decimal")
      return true;
  }
  return false;
}

bool is_inline_tag(Tag tag) {
  switch (tag) {
    case Tag::small:
    case Tag::s:
    case Tag::cite:
    case Tag::q:
    case Tag::dfn:
    case Tag::abbr:
    case Tag::time:
    case Tag::code:
    case Tag::var:
    case Tag::samp:
    case Tag::kbd:
    case Tag::sub:
    case Tag::sup:
    case Tag::u:
    case Tag::mark:
    case Tag::ruby:
    case Tag::rt:
    case Tag::rp:
    case Tag::bdi:
    case Tag::bdo:
    case Tag::span:
    case Tag::ins:
    case Tag::del:
    case Tag::font:
    case Tag::strike:
    case Tag::tt:
    case Tag::big:
      return true;
    default:
      return false;
  }
}

/// An element of HTML that holds content.
NodeKind html_kind(const std::string& letters, NodeKind kind) {
  const Tag tag = tag_of(letters);
  if (letters.size() == 2 && letters[0] == 'h' && letters[1] >= '1' && letters[1] <= '6') {
    kind.role = Role::prose;
  } else if (is_inline_tag(tag)) {
    kind.role = Role::inline_;
  } else {
    switch (tag) {
      case Tag::main:
      case Tag::hgroup:
      case Tag::dl:
      case Tag::thead:
      case Tag::tbody:
      case Tag::tfoot:
      case Tag::details:
      case Tag::summary:
      case Tag::center:
      case Tag::address:
      case Tag::aside:
      case Tag::nav:
      case Tag::footer:
        kind.role = Role::block;
        break;
      case Tag::script:
      case Tag::style:
      case Tag::template_:
      case Tag::noscript:
      case Tag::form:
      case Tag::button:
      case Tag::input:
      case Tag::select:
      default:
        return kind;
    }
  }
  kind.tag = letters;
  return kind;
}

}  // namespace

NodeKind kind_of_node(JsonValue node) {
  NodeKind kind;
  kind.name = written_kind(node);
  if (kind.name.empty()) {
    kind.role = Role::bare;
    return kind;
  }
  std::string letters = letters_of(kind.name);
  if (letters == "block") {
    // Portable Text: what a block is stands in its style.
    const auto style = node["style"].string();
    letters = style.empty() ? "paragraph" : letters_of(style);
    if (!node["listItem"].string().empty()) letters = "listitem";
  }
  if (letters == "span" && !children_of_node(node)) letters = "text";
  if (letters == "code" && !attribute_of_node(node, "language").empty()) letters = "codeblock";
  auto found = rules().find(letters);
  for (const std::string_view suffix : {"block", "node", "element", "component"}) {
    if (found != rules().end() || !letters.ends_with(suffix) || letters.size() == suffix.size()) continue;
    found = rules().find(std::string_view(letters).substr(0, letters.size() - suffix.size()));
  }
  if (found == rules().end()) {
    // "heading2", "headinglevel2"
    const bool heading = letters.starts_with("heading") && letters.back() >= '1' && letters.back() <= '6';
    if (!heading) return html_kind(letters, std::move(kind));
    kind.role = Role::prose;
    kind.tag = std::string("h") + letters.back();
    return kind;
  }
  kind.role = found->second.role;
  kind.tag = found->second.tag;
  if (letters == "heading" || letters == "header") kind = heading_of(node, std::move(kind));
  if (letters == "list" && is_ordered(node)) kind.tag = "ol";
  return kind;
}

Boilerplate boilerplate_of_kind(std::string_view name) {
  const std::string letters = letters_of(name);
  const auto has = [&](std::string_view word) { return letters.find(word) != std::string::npos; };
  if (has("advert") || has("adslot") || letters.starts_with("ad") || letters.starts_with("inlinead"))
    return Boilerplate::advertisement;
  if (has("newsletter") || has("signup")) return Boilerplate::newsletter;
  if (has("readmore") || has("interstitiallink")) return Boilerplate::read_more;
  if (has("related") || has("recommend")) return Boilerplate::related;
  if (has("track")) return Boilerplate::tracking;
  return Boilerplate::widget;
}

std::string attribute_of_node(JsonValue node, std::string_view name) {
  for (const char* holder : {"attribs", "attrs", "attributes", "props", "properties", "data"}) {
    const JsonValue held = node[holder];
    if (held.is_object() && held[name]) return held[name].scalar();
    for (std::size_t i = 0; held.is_array() && i < held.size() && i < 50; ++i) {
      if (held.at(i)["key"].string() == name || held.at(i)["name"].string() == name)
        return held.at(i)["value"].scalar();
    }
  }
  return node[name].scalar();
}

JsonValue children_of_node(JsonValue node) {
  for (int depth = 0; depth < 3; ++depth) {
    JsonValue inner;
    for (const char* key : {"children", "content", "nodes", "blocks", "items", "elements", "rows",
                            "paragraphs", "value", "content_elements", "body"}) {
      const JsonValue held = node[key];
      if (held.is_array() && held.size() > 0) return held;
    }
    for (const char* key :
         {"content", "root", "model", "document", "body", "value", "data", "json", "children"}) {
      const JsonValue held = node[key];
      if (!held.is_object()) continue;
      if (!held["type"].string().empty() || !held["nodeType"].string().empty()) return held;
      if (!inner) inner = held;
    }
    if (!inner) return {};
    node = inner;
  }
  return {};
}

std::string_view string_of_node(JsonValue node) {
  for (int depth = 0; depth < 3; ++depth) {
    for (const char* key : {"text", "data", "value", "content", "html", "markdown", "string", "body",
                            "paragraph", "p", "code"}) {
      const auto text = node[key].string();
      if (!text.empty()) return text;
    }
    JsonValue inner;
    for (const char* key : {"data", "model", "value", "content", "attrs", "props"}) {
      if (!inner && node[key].is_object()) inner = node[key];
    }
    if (!inner) break;
    node = inner;
  }
  return {};
}

}  // namespace pith::embedded
