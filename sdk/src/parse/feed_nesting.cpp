#include "parse/feed_nesting.hpp"

#include <algorithm>
#include <array>

#include "parse/html_lexer.hpp"

namespace pith {
namespace {

bool is_one_of(std::string_view name, const auto& names) {
  const auto same = [](char a, char b) { return to_ascii_lower(a) == b; };
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    return std::equal(name.begin(), name.end(), known.begin(), known.end(), same);
  });
}

constexpr std::array<std::string_view, 3> roots{"rss", "rdf:rdf", "feed"};
constexpr std::array<std::string_view, 2> entries{"item", "entry"};
constexpr std::array<std::string_view, 3> addresses{"link", "guid", "id"};
constexpr std::array<std::string_view, 8> texts{"title",   "link",    "guid",      "id",
                                                "pubdate", "updated", "published", "lastbuilddate"};
constexpr std::array<std::string_view, 17> parts{
    "title",     "link",          "guid",        "id",        "pubdate", "updated",
    "published", "lastbuilddate", "description", "item",      "summary", "content",
    "author",    "category",      "comments",    "enclosure", "entry"};

}  // namespace

bool is_feed_root(std::string_view name) {
  return is_one_of(name, roots);
}

bool is_feed_entry(std::string_view name) {
  return is_one_of(name, entries);
}

bool is_feed_address(std::string_view name) {
  return is_one_of(name, addresses);
}

bool ends_feed_text(std::string_view outer, std::string_view inner) {
  return is_one_of(outer, texts) && is_one_of(inner, parts);
}

}  // namespace pith
