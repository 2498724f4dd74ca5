#include "body/element_kinds.hpp"

#include <string>

#include "pith/text.hpp"

namespace pith {
namespace {

bool has_words(Node node) {
  return node.is_text() && !trim(node.data()).empty();
}

}  // namespace

bool is_hidden(Node element) {
  if (element.has_attribute("hidden")) return element.attribute("hidden") != "until-found";
  const std::string_view style = element.attribute("style");
  if (style.size() < 12) return false;
  std::string plain;
  for (char c : style) {
    if (c != ' ' && c != '\t' && c != '\n') plain += c;
  }
  plain = lower_ascii(plain);
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

bool is_block(Node element) {
  const Tag tag = element.tag();
  if (tag != Tag::other) return is_block_tag(tag);
  if (element.name().find('-') == std::string_view::npos) return false;
  return !has_words(element.previous()) && !has_words(element.next());
}

}  // namespace pith
