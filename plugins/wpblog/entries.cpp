#include "entries.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "pith/selector.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace blog_index {
namespace {

using pith::Node;
using pith::PageContext;
using pith::Tag;

/// Words that a title has at least, so that menus are not taken for entries.
constexpr std::size_t least_title_words = 3;
/// Entries that make an index.
constexpr std::size_t least_entries = 2;

struct Heading {
  Node node;
  std::string url;
};

bool stands_in_chrome(Node node) {
  for (Node at = node; at.is_element(); at = at.parent()) {
    if (at.is(Tag::nav) || at.is(Tag::aside) || at.is(Tag::footer)) return true;
    const std::string_view classes = at.attribute("class");
    for (const std::string_view word : {"widget", "sidebar", "related", "recent-posts", "menu"}) {
      if (!at.is(Tag::body) && !at.is(Tag::html) && classes.find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

Node linked(Node heading) {
  static const pith::Selector link("a[href]");
  if (const Node inside = heading.find(link)) return inside;
  const Node around = heading.parent();
  return around.is(Tag::a) && around.has_attribute("href") ? around : Node{};
}

/// Linked headings outside the chrome, each address once.
std::vector<Heading> linked_headings(PageContext& context) {
  static const pith::Selector headings("h1, h2, h3, h4");
  std::vector<Heading> found;
  for (const Node node : context.document().select(headings)) {
    const Node anchor = linked(node);
    if (!anchor || pith::count_words(node.text()) < least_title_words || stands_in_chrome(node)) continue;
    std::string url = context.resolve(anchor.attribute("href"));
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Heading& other) { return other.url == url; });
    if (pith::is_web_url(url) && !known) found.push_back({node, std::move(url)});
  }
  return found;
}

/// Where headings are not marked up: links whose words are said by another link to the same address
/// ("Continue Reading" apart), the longest of them being the title.
std::vector<Heading> repeated_links(PageContext& context) {
  static const pith::Selector links("a[href]");
  std::map<std::string, std::pair<int, Node>> by_url;
  for (const Node node : context.document().select(links)) {
    if (stands_in_chrome(node)) continue;
    std::string url = context.resolve(node.attribute("href"));
    if (!pith::is_web_url(url)) continue;
    auto& [times, title] = by_url[std::move(url)];
    ++times;
    const std::size_t words = pith::count_words(node.text());
    if (words >= least_title_words && (!title || words > pith::count_words(title.text()))) title = node;
  }
  std::vector<Heading> found;
  for (const auto& [url, seen] : by_url) {
    if (seen.first >= 2 && seen.second) found.push_back({seen.second, url});
  }
  std::sort(found.begin(), found.end(),
            [](const Heading& a, const Heading& b) { return a.node.row() < b.node.row(); });
  return found;
}

/// The largest element around `node` that holds no other entry's title.
Node own_element(Node node, const std::vector<Heading>& all) {
  Node own = node;
  for (Node at = node.parent(); at.is_element() && !at.is(Tag::body); at = at.parent()) {
    const bool shared = std::any_of(all.begin(), all.end(), [&](const Heading& other) {
      return other.node != node && at.contains(other.node);
    });
    if (shared) break;
    own = at;
  }
  return own;
}

bool leads_to(Node element, std::string_view url, PageContext& context) {
  static const pith::Selector links("a[href]");
  if (element.is(Tag::a) && context.resolve(element.attribute("href")) == url) return true;
  for (const Node link : element.select(links)) {
    if (context.resolve(link.attribute("href")) == url) return true;
  }
  return false;
}

/// In a flat index the parts of an entry are siblings: its element and what follows up to the next
/// one (a picture that leads to the next entry belongs to that).
std::vector<Node> parts_of(Node own, Node next_own, std::string_view next_url, PageContext& context) {
  std::vector<Node> parts{own};
  if (own.is(Tag::article) || own.is(Tag::li)) return parts;
  for (Node at = own.next_element(); at; at = at.next_element()) {
    if (next_own && (at.contains(next_own) || at.row() >= next_own.row())) break;
    if (!next_url.empty() && leads_to(at, next_url, context)) break;
    if (at.is(Tag::footer) || at.is(Tag::nav) || at.is(Tag::aside)) break;
    parts.push_back(at);
  }
  return parts;
}

}  // namespace

std::vector<Entry> find_entries(PageContext& context) {
  std::vector<Heading> headings = linked_headings(context);
  if (headings.size() < least_entries) headings = repeated_links(context);
  std::vector<Entry> entries;
  if (headings.size() < least_entries) return entries;
  std::vector<Node> own;
  for (const Heading& heading : headings) own.push_back(own_element(heading.node, headings));
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool last = i + 1 == headings.size();
    entries.push_back({parts_of(own[i], last ? Node{} : own[i + 1],
                                last ? std::string_view() : headings[i + 1].url, context),
                       headings[i].node, headings[i].url});
  }
  return entries;
}

}  // namespace blog_index
