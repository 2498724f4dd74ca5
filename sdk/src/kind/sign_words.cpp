#include "kind/sign_words.hpp"

#include <algorithm>

#include "body/name_words.hpp"

namespace pith {
namespace {

// Sorted; the place of a word is the place of its count, and the model of kinds knows it by that.
constexpr std::array<std::string_view, sign_word_count> words = {
    "account",    "add",     "answer",     "api",         "app",     "archive",  "article",    "author",
    "avatar",     "badge",   "banner",     "blog",        "book",    "brand",    "breadcrumb", "button",
    "buy",        "byline",  "card",       "carousel",    "cart",    "catalog",  "category",   "code",
    "collection", "comment", "community",  "company",     "contact", "count",    "cta",        "date",
    "discount",   "doc",     "entry",      "event",       "facet",   "faq",      "feature",    "figure",
    "filter",     "form",    "forum",      "gallery",     "grid",    "heading",  "headline",   "hero",
    "highlight",  "icon",    "image",      "item",        "job",     "label",    "lead",       "like",
    "list",       "listing", "location",   "markdown",    "member",  "message",  "nav",        "news",
    "option",     "page",    "pagination", "paragraph",   "plan",    "post",     "price",      "pricing",
    "product",    "profile", "question",   "quote",       "rank",    "rating",   "recipe",     "reply",
    "result",     "review",  "row",        "score",       "search",  "section",  "service",    "share",
    "shop",       "sidebar", "sku",        "slide",       "slider",  "solution", "sort",       "story",
    "swatch",     "tag",     "team",       "testimonial", "thread",  "tile",     "toc",        "topic",
    "user",       "vote",
};
static_assert(std::is_sorted(words.begin(), words.end()));

constexpr std::size_t longest_word = 14;

/// For each first letter, where its words begin.
constexpr auto first_letters = [] {
  std::array<std::uint8_t, 27> begins{};
  for (std::size_t letter = 0; letter < begins.size(); ++letter) {
    std::size_t at = 0;
    while (at < words.size() && words[at].front() < static_cast<char>('a' + letter)) ++at;
    begins[letter] = static_cast<std::uint8_t>(at);
  }
  return begins;
}();

void count(std::string_view word, SignWordCounts& counts) {
  const auto letter = static_cast<std::size_t>(word.front() - 'a');
  for (std::size_t i = first_letters[letter]; i < first_letters[letter + 1]; ++i) {
    if (words[i] != word) continue;
    ++counts[i];
    return;
  }
}

}  // namespace

void count_sign_words(std::string_view names, SignWordCounts& counts) {
  const auto take = [&](std::string_view word) {
    if (word.size() > longest_word || word.size() < 3) return;
    std::array<char, longest_word> lower{};
    for (std::size_t i = 0; i < word.size(); ++i) lower[i] = static_cast<char>(word[i] | 0x20);
    std::string_view text(lower.data(), word.size());
    if (text.back() == 's') text.remove_suffix(1);
    count(text, counts);
  };
  for_each_name_word(names, take, [] {});
}

}  // namespace pith
