#include "embedded/node_tree_writer.hpp"

#include <algorithm>
#include <utility>

#include "pith/text.hpp"

namespace pith::embedded {
namespace {

constexpr std::size_t max_nodes = 200'000;
constexpr std::size_t max_depth = 200;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a string is a piece of HTML rather than text with a "<" in it.
bool holds_markup(std::string_view text) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool tag = at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/');
    if (tag && text.find('>', at) != std::string_view::npos) return true;
  }
  return false;
}

/// References in text are left to the parser; a bare "<" is text.
std::string escape_tags(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

struct Marks {
  std::string open;
  std::string close;
  void add(std::string_view tag, std::string_view attributes = {}) {
    open += '<' + std::string(tag) + std::string(attributes) + '>';
    close = "</" + std::string(tag) + '>' + close;
  }
};

std::string link_target(JsonValue node) {
  for (const char* name : {"href", "url", "uri", "link"}) {
    if (auto target = attribute_of_node(node, name); !target.empty()) return target;
  }
  return {};
}

void add_named_mark(std::string_view name, JsonValue mark, Marks& marks) {
  const std::string key = lower_ascii(name);
  if (key == "bold" || key == "strong") marks.add("strong");
  if (key == "italic" || key == "em" || key == "emphasis") marks.add("em");
  if (key == "code") marks.add("code");
  if (key == "superscript" || key == "sup") marks.add("sup");
  if (key == "subscript" || key == "sub") marks.add("sub");
  if (key == "link" || key == "a") {
    if (const auto href = link_target(mark); !href.empty())
      marks.add("a", " href=\"" + escape_html(href) + '"');
  }
}

/// ProseMirror and Contentful: objects; Portable Text: names and keys of definitions; Slate: flags; Lexical:
/// bits.
Marks marks_of(JsonValue node, JsonValue mark_defs) {
  Marks marks;
  const JsonValue list = node["marks"];
  for (std::size_t i = 0; i < list.size() && i < 16; ++i) {
    const JsonValue mark = list.at(i);
    if (mark.is_object()) add_named_mark(mark["type"].string(), mark, marks);
    if (!mark.is_string()) continue;
    add_named_mark(mark.string(), {}, marks);
    for (std::size_t k = 0; k < mark_defs.size() && k < 64; ++k) {
      if (mark_defs.at(k)["_key"].string() == mark.string())
        add_named_mark(mark_defs.at(k)["_type"].string(), mark_defs.at(k), marks);
    }
  }
  for (const char* flag : {"bold", "italic", "code"}) {
    if (node[flag].boolean().value_or(false)) add_named_mark(flag, {}, marks);
  }
  const auto bits = node["format"].integer().value_or(0);
  if (bits & 1) marks.add("strong");
  if (bits & 2) marks.add("em");
  if (bits & 16) marks.add("code");
  return marks;
}

std::string first_of(JsonValue node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string value = attribute_of_node(node, name);
    if (value.empty()) {
      const JsonValue held = node[name];
      for (const char* inner : {"url", "src", "text", "name"}) {
        if (value.empty()) value = held[inner].scalar();
      }
    }
    if (!value.empty()) return value;
  }
  return {};
}

std::string image_url(JsonValue node) {
  std::string url = first_of(node, {"src", "url", "href", "image", "file", "asset", "source"});
  if (url.empty() && node["data"]["file"].is_object()) url = node["data"]["file"]["url"].scalar();
  return url;
}

}  // namespace

std::string NodeTreeWriter::write(JsonValue nodes) {
  html_.clear();
  Step root;
  root.in_root = true;
  push_all(nodes, root);
  for (std::size_t seen = 0; !open_.empty() && seen < max_nodes; ++seen) {
    const Step step = std::move(open_.back());
    open_.pop_back();
    if (!step.literal.empty()) {
      html_ += step.literal;
    } else {
      write_node(step);
    }
  }
  if (!open_.empty())
    context_.notice(Notice::Kind::limit, "embedded article cut at " + std::to_string(max_nodes) + " nodes");
  open_.clear();
  return std::move(html_);
}

void NodeTreeWriter::push_literal(std::string literal) {
  Step step;
  step.literal = std::move(literal);
  open_.push_back(std::move(step));
}

void NodeTreeWriter::push_all(JsonValue list, const Step& like) {
  std::vector<Step> steps;
  std::string list_tag;
  bool inline_siblings = false;
  const std::size_t count = list.is_array() ? list.size() : 1;
  const auto node_at = [&](std::size_t i) { return list.is_array() ? list.at(i) : list; };
  for (std::size_t i = 0; like.in_root && i < count && !inline_siblings; ++i)
    inline_siblings = node_at(i).is_object() && kind_of_node(node_at(i)).role == Role::inline_;
  for (std::size_t i = 0; i < count; ++i) {
    Step step = like;
    step.node = node_at(i);
    step.depth = like.depth + 1;
    if (inline_siblings) step.in_root = false;
    // Dialects without lists mark their items: items in a row are a list.
    const NodeKind kind = step.node.is_object() ? kind_of_node(step.node) : NodeKind{};
    std::string wanted;
    if (like.in_root && kind.role == Role::item) {
      const bool numbered = kind.name.starts_with("ordered") || step.node["listItem"].string() == "number";
      wanted = numbered ? "ol" : "ul";
    }
    if (wanted != list_tag) {
      Step edge;
      if (!list_tag.empty()) edge.literal = "</" + list_tag + ">";
      if (!wanted.empty()) edge.literal += "<" + wanted + ">";
      steps.push_back(std::move(edge));
      list_tag = wanted;
    }
    steps.push_back(std::move(step));
  }
  if (!list_tag.empty()) push_literal("</" + list_tag + ">");
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) open_.push_back(std::move(*step));
}

void NodeTreeWriter::write_node(const Step& step) {
  if (step.depth > max_depth) return;
  const JsonValue node = step.node;
  if (step.in_list && node.is_string()) return write_list_item(step);
  if (node.is_string()) return write_text(node.string(), step);
  if (node.is_array()) return push_all(node, step);
  if (!node.is_object()) return;
  const NodeKind kind = kind_of_node(node);
  if (step.in_list && kind.role != Role::item && kind.role != Role::list && kind.role != Role::unknown)
    return write_list_item(step);
  switch (kind.role) {
    case Role::unknown:
      return leave_out(node, kind);
    case Role::bare:
      return write_bare(step);
    case Role::container:
    case Role::html: {
      const JsonValue children = children_of_node(node);
      if (children) return push_all(children, step);
      return write_text(string_of_node(node), step);
    }
    case Role::text: {
      if (const JsonValue children = children_of_node(node)) return push_all(children, step);
      return write_text(string_of_node(node), step);
    }
    case Role::line_break:
      html_ += kind.tag.empty() ? " " : "<br>";
      return;
    case Role::divider:
      html_ += "<hr>";
      return;
    case Role::figure:
      return write_figure(step, kind);
    case Role::embed:
      return write_embed(step);
    case Role::table:
      if (node["data"]["content"].is_array()) return write_table(step);
      return write_element(step, kind);
    default:
      return write_element(step, kind);
  }
}

/// A node without a kind: a Slate leaf, a paragraph object, a wrapper, or a section with its heading.
void NodeTreeWriter::write_bare(const Step& step) {
  const JsonValue children = children_of_node(step.node);
  if (!children) return write_text(string_of_node(step.node), step);
  push_all(children, step);
  for (const char* name : {"heading", "subheading", "headline", "title"}) {
    const auto heading = step.node[name].string();
    if (heading.empty()) continue;
    push_literal("<h2>" + escape_tags(heading) + "</h2>");
    break;
  }
}

void NodeTreeWriter::write_element(const Step& step, const NodeKind& kind) {
  const JsonValue node = step.node;
  std::string attributes;
  if (kind.tag == "a") {
    if (const auto href = link_target(node); !href.empty())
      attributes += " href=\"" + escape_html(href) + '"';
  }
  for (const char* name : {"class", "colspan", "rowspan", "start"}) {
    const std::string value = attribute_of_node(node, name);
    if (!value.empty() && value.size() < 200)
      attributes += ' ' + std::string(name) + "=\"" + escape_html(value) + '"';
  }
  html_ += '<' + kind.tag + attributes + '>';
  if (kind.role == Role::code) html_ += "<code>";
  push_literal((kind.role == Role::code ? "</code></" : "</") + kind.tag + '>');

  Step inner = step;
  inner.in_root = false;
  inner.in_list = false;
  inner.in_text =
      step.in_text || kind.role == Role::prose || kind.role == Role::inline_ || kind.role == Role::code;
  inner.verbatim = step.verbatim || kind.role == Role::code;
  if (node["markDefs"]) inner.mark_defs = node["markDefs"];
  const JsonValue children = children_of_node(node);
  if (!children) return write_text(string_of_node(node), inner);
  inner.in_list = kind.role == Role::list;
  push_all(children, inner);
}

/// A list of strings, or of objects with their text in `content` and nested ones in `items` (Editor.js).
void NodeTreeWriter::write_list_item(const Step& step) {
  html_ += "<li>";
  push_literal("</li>");
  Step inner = step;
  inner.in_list = false;
  const JsonValue nested = step.node["items"];
  if (!step.node["content"].is_string() || nested.size() == 0) {
    inner.in_root = false;
    open_.push_back(std::move(inner));
    return;
  }
  html_ += escape_tags(step.node["content"].string()) + "<ul>";
  push_literal("</ul>");
  inner.in_list = true;
  push_all(nested, inner);
}

void NodeTreeWriter::write_figure(const Step& step, const NodeKind& kind) {
  const JsonValue node = step.node;
  const JsonValue children = kind.tag == "figure" ? children_of_node(node) : JsonValue();
  const std::string url = image_url(node);
  if (children && url.empty()) return write_element(step, kind);
  if (url.empty()) return;
  std::string image = "<img src=\"" + escape_html(url) + '"';
  for (const char* name : {"alt", "width", "height"}) {
    const std::string value = first_of(node, {name});
    if (!value.empty()) image += ' ' + std::string(name) + "=\"" + escape_html(decode_entities(value)) + '"';
  }
  image += '>';
  const std::string caption = first_of(node, {"caption", "subtitle", "description", "title"});
  const std::string credit =
      first_of(node, {"credit", "credits_display", "copyright", "photographer", "attribution"});
  if (kind.tag == "img" && (step.in_text || caption.empty())) {
    html_ += image;
    return;
  }
  html_ += "<figure>" + image;
  if (!caption.empty() || !credit.empty()) {
    html_ += "<figcaption>" + (holds_markup(caption) ? caption : escape_tags(caption));
    if (!credit.empty()) html_ += " <span class=\"credit\">" + escape_tags(credit) + "</span>";
    html_ += "</figcaption>";
  }
  html_ += "</figure>";
}

void NodeTreeWriter::write_embed(const Step& step) {
  std::string url = first_of(step.node, {"src", "url", "embed", "href", "source"});
  if (url.empty()) url = step.node["raw_oembed"]["url"].scalar();
  if (url.empty()) return leave_out(step.node, kind_of_node(step.node));
  html_ += "<iframe src=\"" + escape_html(url) + "\"></iframe>";
}

/// Editor.js: rows of cells that are strings.
void NodeTreeWriter::write_table(const Step& step) {
  const JsonValue rows = step.node["data"]["content"];
  html_ += "<table>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    html_ += "<tr>";
    for (std::size_t c = 0; c < rows.at(r).size(); ++c) {
      const auto text = rows.at(r).at(c).string();
      html_ += "<td>" + (holds_markup(text) ? std::string(text) : escape_tags(text)) + "</td>";
    }
    html_ += "</tr>";
  }
  html_ += "</table>";
}

void NodeTreeWriter::write_text(std::string_view text, const Step& step) {
  if (text.empty()) return;
  if (step.verbatim) {
    html_ += escape_html(text);
    return;
  }
  // A leaf among other leaves is text; a string that is all of a block may be a piece of HTML.
  const bool leaf = step.in_text && kind_of_node(step.node).role == Role::text;
  const Marks marks = marks_of(step.node, step.mark_defs);
  const std::string written = !leaf && holds_markup(text) ? std::string(text) : escape_tags(text);
  const bool wrap = step.in_root && !step.in_text && !written.starts_with("<");
  html_ += (wrap ? "<p>" : "") + marks.open + written + marks.close + (wrap ? "</p>" : "");
}

void NodeTreeWriter::leave_out(JsonValue node, const NodeKind& kind) {
  // The words of it, from as much of the tree as the ledger shows.
  std::string words;
  std::vector<JsonValue> open{node};
  for (int seen = 0; !open.empty() && seen < 100 && words.size() < 400; ++seen) {
    const JsonValue next = open.back();
    open.pop_back();
    const JsonValue children = next.is_array() ? next : children_of_node(next);
    if (!children) {
      words += std::string(next.is_string() ? next.string() : string_of_node(next)) + ' ';
    } else if (children.is_array()) {
      for (std::size_t i = std::min<std::size_t>(children.size(), 50); i-- > 0;)
        open.push_back(children.at(i));
    } else {
      open.push_back(children);
    }
  }
  words = collapse_space(words);
  if (words.empty() || leave_out_budget_ == 0) return;
  --leave_out_budget_;
  context_.ledger().cut_text(words, boilerplate_of_kind(kind.name), "embedded node " + kind.name);
}

}  // namespace pith::embedded
