#include "metadata/heading_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "body/element_kinds.hpp"
#include "pith/text.hpp"

namespace pith::metadata {
namespace {

/// Words in the class list of what is beside the headline.
constexpr auto beside = std::to_array<std::string_view>(
    {"label", "prefix", "badge", "headerlink", "header-link", "permalink", "anchor", "sr-only",
     "screen-reader", "visually-hidden", "visuallyhidden", "hide-text"});
/// A headline made of nothing else keeps it.
constexpr std::size_t least_left = 8;

/// A sign without letters or numbers: "1" and "A" may be words of the heading.
bool is_sign(std::string_view text) {
  return text.size() <= 4 && count_words(text) == 0;
}

bool is_beside(Node node) {
  if (!node.is_element()) return false;
  if (node.is(Tag::button) || node.is(Tag::svg)) return true;
  const std::string classes = lower_ascii(node.attribute("class"));
  if (!classes.empty() && std::any_of(beside.begin(), beside.end(), [&](std::string_view word) {
        return classes.find(word) != std::string::npos;
      }))
    return true;
  return is_permalink(node);
}

}  // namespace

bool is_permalink(Node element) {
  if (!element.is(Tag::a) || element.attribute("href").find('#') == std::string_view::npos) return false;
  for (Node at = element.following(); at && at.row() < element.end_row(); at = at.following()) {
    if (at.is(Tag::img)) return false;
  }
  const std::string text = element.text();
  return is_sign(text) || comparison_key(text) == "permalink";
}

std::string heading_text(Node heading) {
  std::string text;
  bool left_out = false;
  for (Node at = heading.following(); at && at.row() < heading.end_row();) {
    if (is_beside(at)) {
      left_out = true;
      text += ' ';
      at = at.after();
      continue;
    }
    if (at.is_element() && (is_block(at) || at.is(Tag::br))) text += ' ';
    if (at.is_text()) text += at.data();
    at = at.following();
  }
  if (!left_out) return heading.text();
  text = collapse_space(text);
  return text.size() >= least_left ? text : heading.text();
}

}  // namespace pith::metadata
