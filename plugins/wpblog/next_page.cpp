#include "next_page.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pith/selector.hpp"
#include "pith/text.hpp"

namespace blog_index {
namespace {

using pith::Node;

/// "Next Page »", "← Older posts": not a headline that begins so.
constexpr std::size_t longest_label = 24;

constexpr auto labels = std::to_array<std::string_view>(
    {"next page", "next posts", "next entries", "older posts", "older entries", "more posts"});

bool is_labelled(Node link) {
  const std::string key = pith::comparison_key(link.text());
  return key.size() <= longest_label &&
         std::any_of(labels.begin(), labels.end(),
                     [&](std::string_view label) { return key.find(label) != std::string::npos; });
}

}  // namespace

Node find_next_page(Node element) {
  static const pith::Selector marked(
      "a.next[href], .nav-previous a[href], .wp-block-query-pagination-next[href], a[rel~=next][href]");
  static const pith::Selector links("a[href]");
  if (marked.matches(element) || (links.matches(element) && is_labelled(element))) return element;
  if (const Node node = element.find(marked)) return node;
  const std::vector<Node> all = element.select(links);
  const auto found = std::find_if(all.begin(), all.end(), is_labelled);
  return found == all.end() ? Node{} : *found;
}

}  // namespace blog_index
