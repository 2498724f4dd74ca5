#include "xml_names.hpp"

#include "pith/text.hpp"

namespace feeds {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a tag ("<b", "</em", "<a href=...") stands within words: it leaves no space behind.
bool is_within_words(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const std::string name = pith::lower_ascii(tag.substr(0, tag.find_first_of(" \t\r\n/")));
  for (const std::string_view inline_name : {"a", "b", "i", "em", "strong", "span", "sup", "sub", "u", "q"}) {
    if (name == inline_name) return true;
  }
  return false;
}

bool is_named(pith::Node node, std::string_view name) {
  const auto own = node.name();
  if (own == name) return true;
  // Prefixes that a format's own elements may carry.
  for (const std::string_view prefix : {"atom:", "rss:", "rdf:"}) {
    if (own.starts_with(prefix) && own.substr(prefix.size()) == name && prefix != "atom:") return true;
  }
  return pith::lower_ascii(own) == name;
}

}  // namespace

std::string local_name(pith::Node node) {
  const auto name = node.name();
  const auto colon = name.rfind(':');
  return pith::lower_ascii(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

std::vector<pith::Node> children(pith::Node parent, std::string_view name) {
  std::vector<pith::Node> found;
  // In an Atom feed every element of its own is an atom: one, with or without the prefix.
  const bool atom =
      local_name(parent) == "feed" || local_name(parent) == "entry" || parent.name().starts_with("atom:");
  for (pith::Node node = parent.first_element(); node; node = node.next_element()) {
    const auto own = node.name();
    const bool atom_named = atom && own.starts_with("atom:") && own.substr(5) == name;
    if (is_named(node, name) || atom_named) found.push_back(node);
  }
  return found;
}

pith::Node child(pith::Node parent, std::string_view name) {
  const auto found = children(parent, name);
  return found.empty() ? pith::Node() : found.front();
}

std::string child_text(pith::Node parent, std::string_view name) {
  for (const pith::Node node : children(parent, name)) {
    const std::string text = node.text_content();
    if (const auto trimmed = pith::trim(text); !trimmed.empty()) return std::string(trimmed);
  }
  return {};
}

std::string child_html(pith::Node parent, std::string_view name) {
  for (const pith::Node node : children(parent, name)) {
    const std::string html = node.first_element() ? inner_html(node) : node.text_content();
    if (const auto trimmed = pith::trim(html); !trimmed.empty()) return std::string(trimmed);
  }
  return {};
}

std::string plain(std::string_view text) {
  std::string value;
  value.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool tag = text[i] == '<' && i + 1 < text.size() &&
                     (is_letter(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!');
    const auto end = tag ? text.find('>', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      value += text[i];
    } else {
      if (!is_within_words(text.substr(i, end - i))) value += ' ';
      i = end;
    }
  }
  return pith::collapse_space(pith::decode_entities(value));
}

std::string inner_html(pith::Node node) {
  std::string html;
  std::vector<pith::Node> open;
  const auto close_until = [&](pith::Node next) {
    while (!open.empty() && !(next && open.back().contains(next))) {
      html += "</" + local_name(open.back()) + ">";
      open.pop_back();
    }
  };
  for (pith::Node next = node.following(); next && node.contains(next); next = next.following()) {
    close_until(next);
    if (next.is_text()) {
      html += pith::escape_html(next.data());
      continue;
    }
    const std::string name = local_name(next);
    html += "<" + name;
    for (const auto& attribute : next.attributes()) {
      if (attribute.name.find(':') == std::string_view::npos)
        html += " " + std::string(attribute.name) + "=\"" + pith::escape_html(attribute.value) + "\"";
    }
    html += ">";
    static constexpr std::string_view void_elements[]{"br",  "img",   "hr",    "source", "wbr",
                                                      "col", "input", "track", "area"};
    bool is_void = false;
    for (const auto element : void_elements) is_void = is_void || element == name;
    if (!is_void) open.push_back(next);
  }
  close_until({});
  return html;
}

}  // namespace feeds
