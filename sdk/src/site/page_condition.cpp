#include "site/page_condition.hpp"

#include <algorithm>

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

/// The longest word of the pattern that is plain ASCII, which must stand in the page as it is.
std::string_view telling_word(std::string_view key) {
  std::string_view best;
  for (std::size_t i = 0; i < key.size();) {
    std::size_t end = i;
    while (end < key.size() && key[end] >= 'a' && key[end] <= 'z') ++end;
    if (end - i > best.size()) best = key.substr(i, end - i);
    i = end + 1;
  }
  return best;
}

bool contains_ignoring_case(std::string_view text, std::string_view lower_word) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  };
  return std::search(text.begin(), text.end(), lower_word.begin(), lower_word.end(), same) != text.end();
}

}  // namespace

bool has_visible_line(const Document& document, const TextPattern& pattern) {
  if (!contains_ignoring_case(document.utf8(), telling_word(pattern.key()))) return false;
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
