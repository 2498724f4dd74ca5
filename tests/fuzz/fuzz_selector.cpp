// The first line is a selector, the rest a page (a small one is at hand if there is none). The selector
// compiles or throws pith::Error; and what it selects is what it matches, element by element: the one way
// remembers what it learnt of other elements, the other cannot.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/document.hpp"
#include "pith/error.hpp"
#include "pith/selector.hpp"

namespace {

constexpr std::string_view small_page =
    "<html lang=en><head><title>t</title><script>1</script></head><body class='a b' id=x>"
    "<div class=a><p id=y>one <b>two</b></p> <p class=b> </p><ul><li class=a><li><li class='b "
    "a'>three<li></ul>"
    "<div><div class=c><p>x<i></i><i></i></p><h2>Head</h2><p>y</p><p>z</p></div></div></div>"
    "<table><tr><td><td>2<tr><td colspan=2></table><svg><a/><foreignObject "
    "k:l=m><a>n</a></foreignObject></svg>";
/// Enough to be interesting, few enough to match one by one.
constexpr std::uint32_t most_rows = 400;

std::optional<pith::Selector> compile(const std::string& text) {
  try {
    return pith::Selector(text, pith::SourcePlace{"fuzz", 1});
  } catch (const pith::Error& error) {
    const bool says_where =
        error.problem().find(": column ") != std::string::npos && error.where() == "fuzz:1";
    if (!says_where) std::abort();
    return std::nullopt;
  }
}

void must_agree(const pith::Document& page, pith::Node scope, const pith::Selector& selector) {
  const std::vector<pith::Node> selected = selector.select(scope);
  std::size_t next = 0;
  for (std::uint32_t row = scope.row() + 1; row < scope.end_row(); ++row) {
    const bool is_selected = next < selected.size() && selected[next].row() == row;
    if (is_selected) ++next;
    if (is_selected == selector.matches(page.at(row), scope)) continue;
    std::fprintf(stderr, "row %u is %sselected\n", row, is_selected ? "" : "not ");
    std::abort();
  }
  if (next != selected.size()) std::abort();
  if (selector.find(scope) != (selected.empty() ? pith::Node() : selected.front())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::optional<pith::Selector> selector = compile(std::string(bytes.substr(0, line)));
  if (!selector) return 0;
  std::string_view rest = bytes.substr(line);
  if (rest.size() < 2) rest = small_page;
  for (const pith::Document& page :
       {pith::Document::parse(std::string(rest)), pith::Document::parse_xml(std::string(rest))}) {
    if (page.size() > most_rows) continue;
    must_agree(page, page.root(), *selector);
    must_agree(page, page.at(page.size() / 3), *selector);
  }
  return 0;
}
