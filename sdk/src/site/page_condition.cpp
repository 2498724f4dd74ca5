#include "site/page_condition.hpp"

#include <algorithm>

#include "body/element_kinds.hpp"
#include "content/visible_text.hpp"
#include "parse/table.hpp"
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

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Words of a pattern that are shorter say too little of a page to be looked for.
constexpr std::size_t least_telling = 4;

/// Whether the page can hold the words at all.
bool may_hold(const Document& document, std::string_view key) {
  const WordFilter& words = document.table().words();
  for (std::size_t i = 0; i < key.size();) {
    std::size_t end = i;
    while (end < key.size() && key[end] >= 'a' && key[end] <= 'z') ++end;
    // Words of other letters are not in the filter, nor is what stands between two of them.
    const bool whole = (i == 0 || is_ascii(key[i - 1])) && (end == key.size() || is_ascii(key[end]));
    if (whole && end - i >= least_telling && !words.may_hold(key.substr(i, end - i))) return false;
    i = end + 1;
  }
  return true;
}

}  // namespace

bool has_visible_line(const Document& document, const TextPattern& pattern) {
  if (!may_hold(document, pattern.key())) return false;
  const std::string text = collect_visible_text(document.root(), nullptr);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.size() <= longest_line && pattern.matches(line)) return true;
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
