#include "site/page_condition.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "body/element_kinds.hpp"
#include "content/visible_text.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

constexpr std::size_t longest_line = 4096;

/// Words of a pattern that are shorter say too little of a page to be looked for.
constexpr std::size_t least_telling = 4;

constexpr unsigned char lower(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/// Horspool's search: skips ahead by what the last byte of the window allows.
bool contains_ignoring_case(std::string_view text, std::string_view lower_word) {
  const std::size_t length = lower_word.size();
  std::array<std::size_t, 256> skips;
  skips.fill(length);
  for (std::size_t i = 0; i + 1 < length; ++i) skips[lower(lower_word[i])] = length - 1 - i;
  for (std::size_t at = 0; at + length <= text.size();) {
    const unsigned char last = lower(text[at + length - 1]);
    const bool same = last == lower(lower_word.back()) &&
                      std::equal(lower_word.begin(), lower_word.end(), text.begin() + static_cast<long>(at),
                                 [](char a, char b) { return lower(a) == lower(b); });
    if (same) return true;
    at += skips[last];
  }
  return false;
}

/// Whether the page can hold the words at all: those that are plain ASCII stand in it as they are. Long ones
/// first: they are found fast, and seldom.
bool may_contain(std::string_view page, std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < key.size();) {
    std::size_t end = i;
    while (end < key.size() && key[end] >= 'a' && key[end] <= 'z') ++end;
    if (end - i >= least_telling) words.push_back(key.substr(i, end - i));
    i = end + 1;
  }
  std::sort(words.begin(), words.end(), [](auto a, auto b) { return a.size() > b.size(); });
  return std::all_of(words.begin(), words.end(),
                     [&](auto word) { return contains_ignoring_case(page, word); });
}

}  // namespace

bool has_visible_line(const Document& document, const TextPattern& pattern) {
  if (!may_contain(document.utf8(), pattern.key())) return false;
  const std::string text = collect_visible_text(document.root(), nullptr);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.size() <= longest_line && may_contain(line, pattern.key()) && pattern.matches(line)) return true;
    at = end + 1;
  }
  return false;
}

bool PageCondition::holds(const Page& page, const Document& document) const {
  return std::visit(
      Overloaded{
          [&](const Selector& selector) { return static_cast<bool>(document.find(selector)); },
          [&](const TextPattern& pattern) { return has_visible_line(document, pattern); },
          [&](const PathPattern& path) { return path_matches(url_path(page.address()), path.pattern); },
          [&](const PageTest& test) { return test(page, document); },
      },
      what);
}

std::string PageCondition::describe() const {
  return std::visit(Overloaded{
                        [](const Selector& selector) { return selector.text(); },
                        [](const TextPattern& pattern) { return pattern.describe(); },
                        [](const PathPattern& path) { return "path " + path.pattern; },
                        [](const PageTest&) { return std::string("a test of its own"); },
                    },
                    what);
}

}  // namespace pith
