#include "metadata/headline_lines.hpp"

#include <algorithm>

#include "metadata/candidate.hpp"
#include "pith/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::uint32_t rows_below = 250;
constexpr std::size_t most_lines = 40;
/// A text of this many bytes is a paragraph; after the second one the article has begun.
constexpr std::size_t paragraph_bytes = 220;
constexpr int paragraphs_before_article = 2;
constexpr std::size_t longest_line = 200;
constexpr std::size_t most_name_words = 4;
/// So deep are inline elements nested at most.
constexpr int deepest_inline = 12;

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::b:
    case Tag::button:
    case Tag::cite:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::small:
    case Tag::span:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::u:
      return true;
    default:
      return false;
  }
}

bool is_passed_over(Node node) {
  switch (node.tag()) {
    case Tag::nav:
    case Tag::footer:
    case Tag::form:
    case Tag::figure:
    case Tag::select:
    case Tag::svg:
    case Tag::table:
    case Tag::template_:
    case Tag::noscript:
      return true;
    default:
      return false;
  }
}

bool is_heading(Node node) {
  return node.is(Tag::h1) || node.is(Tag::h2) || node.is(Tag::h3) || node.is(Tag::h4) || node.is(Tag::h5);
}

/// The element that makes the line a text stands in.
Node line_element(Node text) {
  Node node = text.parent();
  for (int i = 0; i < deepest_inline && node && is_inline(node.tag()); ++i) node = node.parent();
  return node;
}

Node link_around(Node text) {
  Node node = text.parent();
  for (int i = 0; i < deepest_inline && node && is_inline(node.tag()); ++i, node = node.parent()) {
    if (node.is(Tag::a)) return node;
  }
  return {};
}

/// Whether an address is that of an author's page, by the words in its path.
bool leads_to_author(std::string_view address) {
  const std::string path = lower_ascii(address.substr(0, 300));
  for (const std::string_view word :
       {"author", "autor", "auteur", "/people/", "/profile", "/staff/", "/writer", "contributor", "/team/",
        "/producers/", "/reporter", "/journalist", "/redaktion/", "/members/", "/user/", "/users/"}) {
    if (path.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::vector<HeadlineLine> lines_below(Node headline) {
  std::vector<HeadlineLine> lines;
  const Node first = headline.after();
  const std::uint32_t end = first.row() + rows_below;
  Node block;
  bool broken = true;
  int paragraphs = 0;
  for (Node node = first; node && node.row() < end; node = node.following()) {
    while (node && node.is_element() && is_passed_over(node)) {
      node = node.after();
      broken = true;
    }
    if (!node || node.row() >= end) break;
    if (node.is(Tag::br)) broken = true;
    if (!node.is_text()) continue;
    if (node.data().size() >= paragraph_bytes && ++paragraphs == paragraphs_before_article) break;
    const std::string text = clean_text(node.data().substr(0, longest_line + 1));
    if (text.empty()) continue;
    const Node around = line_element(node);
    if (broken || around != block || lines.empty()) {
      if (lines.size() >= most_lines) break;
      lines.push_back({"", around && is_heading(around), {}});
    }
    broken = false;
    block = around;
    HeadlineLine& line = lines.back();
    if (line.text.size() > longest_line) continue;
    if (!line.text.empty()) line.text += ' ';
    line.text += text;
    const Node link = link_around(node);
    if (link && leads_to_author(link.attribute("href")) && count_words(text) <= most_name_words)
      line.linked_names.push_back(text);
  }
  std::erase_if(lines, [](const HeadlineLine& line) { return line.text.size() > longest_line; });
  return lines;
}

}  // namespace pith::metadata
