#include "metadata/beside_article.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "body/class_words.hpp"

namespace pith::metadata {
namespace {

/// Rows of an entry in which its link is looked for.
constexpr std::uint32_t entry_reach = 60;

bool contains(Node element, Node node) {
  return node && element.row() <= node.row() && node.row() < element.end_row();
}

/// Whether an element is one of a list and leads somewhere. In an <aside> that is another article: dates that
/// stand there otherwise are often the article's own.
bool is_entry(Node element) {
  if (!element.is(Tag::li) && !element.is(Tag::article)) return false;
  const std::uint32_t end = std::min(element.end_row(), element.row() + entry_reach);
  for (Node node = element.following(); node && node.row() < end; node = node.following()) {
    if (node.is(Tag::a)) return true;
  }
  return false;
}

}  // namespace

bool is_beside_article(Node element, Node headline) {
  // Articles bear words like "comments-open"; so does the page.
  const bool whole = element.is(Tag::article) || element.is(Tag::main) || element.is(Tag::body);
  if (!element.is_element() || whole || contains(element, headline)) return false;
  const std::optional<Boilerplate> kind = class_evidence(element).boilerplate;
  return kind == Boilerplate::comments || kind == Boilerplate::related;
}

bool stands_beside_article(Node node, Node headline) {
  bool in_entry = false;
  for (; node && !contains(node, headline); node = node.parent()) {
    if (is_beside_article(node, headline) || (in_entry && node.is(Tag::aside))) return true;
    in_entry = in_entry || is_entry(node);
  }
  return false;
}

}  // namespace pith::metadata
