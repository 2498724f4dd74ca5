#include "entries.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "next_page.hpp"
#include "pith/selector.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace blog_index {
namespace {

using pith::Node;
using pith::PageContext;
using pith::Tag;

/// Words that a title has at least where nothing else tells that it is one, so that menus are not taken for
/// entries.
constexpr std::size_t least_title_words = 3;
/// Entries that make an index.
constexpr std::size_t least_entries = 2;

struct Heading {
  Node node;
  std::string url;
  std::string title;
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

bool is_known(const std::vector<Heading>& headings, std::string_view url) {
  return std::any_of(headings.begin(), headings.end(),
                     [&](const Heading& heading) { return heading.url == url; });
}

void sort_by_place(std::vector<Heading>& headings) {
  std::sort(headings.begin(), headings.end(),
            [](const Heading& a, const Heading& b) { return a.node.row() < b.node.row(); });
}

/// The links outside the chrome that lead to one address.
struct Address {
  Node first;
  Node title;                   ///< the longest words that are no "Continue Reading"
  std::size_t title_words = 0;  ///< how many
  std::size_t times = 0;
  bool continues = false;  ///< one of them says "Continue Reading"
};
using Addresses = std::map<std::string, Address, std::less<>>;

Addresses addresses_of(PageContext& context) {
  static const pith::Selector links("a[href]");
  Addresses addresses;
  for (const Node node : context.document().select(links)) {
    if (stands_in_chrome(node)) continue;
    std::string url = context.resolve(node.attribute("href"));
    if (!pith::is_web_url(url)) continue;
    Address& address = addresses[std::move(url)];
    if (++address.times == 1) address.first = node;
    const std::string text = node.text();
    const std::size_t words = pith::count_words(text);
    if (begins_continue_reading(text)) {
      address.continues = true;
    } else if (words > address.title_words) {
      address.title = node;
      address.title_words = words;
    }
  }
  return addresses;
}

/// What themes call an entry and its title, whose words need not tell.
const pith::Selector& entry_elements() {
  static const pith::Selector selector(".wp-block-post, article, .hentry, .type-post");
  return selector;
}

bool has_neighbour(Node entry) {
  const Node list = entry.parent();
  if (!list.is_element()) return false;
  for (Node at = list.first_element(); at; at = at.next_element()) {
    if (at != entry && entry_elements().matches(at)) return true;
  }
  return false;
}

/// Called the title of an entry, or the first heading of one among several.
bool is_marked_title(Node heading) {
  static const pith::Selector titles(".entry-title, .wp-block-post-title, .post-title");
  static const pith::Selector headings("h1, h2, h3, h4");
  for (Node at = heading; at.is_element(); at = at.parent()) {
    if (titles.matches(at)) return true;
    if (entry_elements().matches(at)) return at.find(headings) == heading && has_neighbour(at);
  }
  return false;
}

/// Linked headings outside the chrome, each address once. A short one has to be called a title, or a
/// "Continue Reading" to lead where it leads.
std::vector<Heading> linked_headings(const Addresses& addresses, PageContext& context) {
  static const pith::Selector headings("h1, h2, h3, h4");
  std::vector<Heading> found;
  for (const Node node : context.document().select(headings)) {
    const Node anchor = linked(node);
    if (!anchor || stands_in_chrome(node)) continue;
    std::string url = context.resolve(anchor.attribute("href"));
    if (!pith::is_web_url(url) || is_known(found, url)) continue;
    std::string title = pith::collapse_space(node.text());
    const auto address = addresses.find(url);
    const bool continues = address != addresses.end() && address->second.continues;
    if (pith::count_words(title) < least_title_words && !continues && !is_marked_title(node)) continue;
    found.push_back({node, std::move(url), std::move(title)});
  }
  return found;
}

/// Where headings are not marked up: links to an address that is linked again, the longest of them being the
/// title. An entry without a title has its "Continue Reading" only.
std::vector<Heading> repeated_links(const Addresses& addresses) {
  std::vector<Heading> found;
  for (const auto& [url, address] : addresses) {
    if (address.times < 2) continue;
    if (address.title_words < least_title_words && !address.continues) continue;
    const Node node = address.title ? address.title : address.first;
    found.push_back({node, url, address.title ? pith::collapse_space(node.text()) : std::string()});
  }
  sort_by_place(found);
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

/// Where an entry without a title leads.
Node link_of_untitled(Node element) {
  static const pith::Selector permalinks(
      "a[rel~=bookmark][href], .wp-block-post-date a[href], a[href]:has(time)");
  static const pith::Selector links("a[href]");
  for (const Node link : element.select(links)) {
    if (begins_continue_reading(link.text())) return link;
  }
  const Node permalink = element.find(permalinks);
  return permalink ? permalink : element.find(links);
}

/// Adds entries that have no heading: what stands beside the others' elements, called as they are, and says
/// "Continue Reading" or where else it leads.
void add_untitled(std::vector<Heading>& headings, PageContext& context) {
  std::vector<Node> holders;
  std::vector<Node> lists;
  for (const Heading& heading : headings) {
    for (Node at = heading.node; at.is_element(); at = at.parent()) {
      if (!entry_elements().matches(at)) continue;
      holders.push_back(at);
      if (lists.empty() || lists.back() != at.parent()) lists.push_back(at.parent());
      break;
    }
  }
  std::vector<Heading> more;
  for (const Node list : lists) {
    for (Node at = list.first_element(); at; at = at.next_element()) {
      if (!entry_elements().matches(at) || std::find(holders.begin(), holders.end(), at) != holders.end())
        continue;
      const Node link = link_of_untitled(at);
      if (!link) continue;
      std::string url = context.resolve(link.attribute("href"));
      if (!pith::is_web_url(url) || is_known(headings, url) || is_known(more, url)) continue;
      if (pith::url_host(url) != pith::url_host(headings.front().url)) continue;
      more.push_back({at, std::move(url), {}});
    }
  }
  headings.insert(headings.end(), more.begin(), more.end());
  sort_by_place(headings);
}

bool leads_to(Node element, std::string_view url, PageContext& context, bool continues = false) {
  static const pith::Selector links("a[href]");
  const auto leads = [&](Node link) {
    return context.resolve(link.attribute("href")) == url &&
           (!continues || begins_continue_reading(link.text()));
  };
  if (element.is(Tag::a) && leads(element)) return true;
  const std::vector<Node> inside = element.select(links);
  return std::any_of(inside.begin(), inside.end(), leads);
}

bool turns_page(Node element) {
  static const pith::Selector pages(".pagination, .nav-links, .page-numbers, .wp-block-query-pagination");
  return pages.matches(element) || element.find(pages) || find_next_page(element);
}

/// Where the entry after this begins.
struct NextEntry {
  Node own;
  std::string_view url;
};

/// In a flat index the parts of an entry are siblings: its element and what follows up to the next
/// one (a picture that leads to the next entry belongs to that), or to what follows the list.
std::vector<Node> parts_of(Node own, const Heading& heading, const NextEntry& next, PageContext& context) {
  std::vector<Node> parts{own};
  if (own.is(Tag::article) || own.is(Tag::li)) return parts;
  const bool last = !next.own;
  if (last && leads_to(own, heading.url, context, true)) return parts;
  for (Node at = own.next_element(); at; at = at.next_element()) {
    if (!last && (at.contains(next.own) || at.row() >= next.own.row())) break;
    if (!last && leads_to(at, next.url, context)) break;
    if (at.is(Tag::footer) || at.is(Tag::nav) || at.is(Tag::aside)) break;
    if (last && (stands_in_chrome(at) || turns_page(at))) break;
    parts.push_back(at);
    if (last && leads_to(at, heading.url, context, true)) break;
  }
  return parts;
}

}  // namespace

bool begins_continue_reading(std::string_view text) {
  const std::string key = pith::comparison_key(text);
  for (const std::string_view words : {"continue reading", "read more", "read the rest", "keep reading"}) {
    if (key.starts_with(words)) return true;
  }
  return false;
}

std::vector<Entry> find_entries(PageContext& context) {
  const Addresses addresses = addresses_of(context);
  std::vector<Heading> headings = linked_headings(addresses, context);
  if (headings.size() < least_entries) headings = repeated_links(addresses);
  std::vector<Entry> entries;
  if (headings.size() < least_entries) return entries;
  add_untitled(headings, context);
  std::vector<Node> own;
  for (const Heading& heading : headings) own.push_back(own_element(heading.node, headings));
  bool flat = false;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool last = i + 1 == headings.size();
    const NextEntry next = last ? NextEntry{} : NextEntry{own[i + 1], headings[i + 1].url};
    // Where every other entry is one element, what follows the last is none of it.
    const bool alone = last && !flat;
    std::vector<Node> parts =
        alone ? std::vector<Node>{own[i]} : parts_of(own[i], headings[i], next, context);
    flat = flat || parts.size() > 1;
    entries.push_back({std::move(parts), headings[i].node, headings[i].title, headings[i].url});
  }
  return entries;
}

}  // namespace blog_index
