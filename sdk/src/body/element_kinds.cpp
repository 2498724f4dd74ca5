#include "body/element_kinds.hpp"

#include "pith/text.hpp"

namespace pith {
namespace {

bool has_words(Node node) {
  return node.is_text() && !trim(node.data()).empty();
}

}  // namespace

bool is_block(Node element) {
  const Tag tag = element.tag();
  if (tag != Tag::other) return is_block_tag(tag);
  if (element.name().find('-') == std::string_view::npos) return false;
  // MathJax 3: formulas stand in lines.
  if (element.name().starts_with("mjx-")) return false;
  return !has_words(element.previous()) && !has_words(element.next());
}

}  // namespace pith
