#include "selector/pseudo_class.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace pith {
namespace {

using Kind = SimpleSelector::Kind;

constexpr auto pseudo_classes = std::to_array<PseudoClass>({
    {"is", PseudoArgument::list, Kind::is},
    {"where", PseudoArgument::list, Kind::is},
    {"not", PseudoArgument::list, Kind::negation},
    {"has", PseudoArgument::relative_list, Kind::has},
    {"first-child", PseudoArgument::none, Kind::nth, false, false},
    {"last-child", PseudoArgument::none, Kind::nth, true, false},
    {"only-child", PseudoArgument::none, Kind::nth, false, false, true},
    {"first-of-type", PseudoArgument::none, Kind::nth, false, true},
    {"last-of-type", PseudoArgument::none, Kind::nth, true, true},
    {"only-of-type", PseudoArgument::none, Kind::nth, false, true, true},
    {"nth-child", PseudoArgument::position, Kind::nth, false, false},
    {"nth-last-child", PseudoArgument::position, Kind::nth, true, false},
    {"nth-of-type", PseudoArgument::position, Kind::nth, false, true},
    {"nth-last-of-type", PseudoArgument::position, Kind::nth, true, true},
    {"empty", PseudoArgument::none, Kind::empty},
    {"root", PseudoArgument::none, Kind::root},
    {"scope", PseudoArgument::none, Kind::scope},
    {"contains-text", PseudoArgument::words, Kind::contains_text},
});
constexpr auto pseudo_elements = std::to_array<std::string_view>(
    {"before", "after", "first-line", "first-letter"});  // the four that one colon is enough for
constexpr auto of_a_browser = std::to_array<std::string_view>(
    {"hover", "active", "focus", "focus-within", "focus-visible", "visited", "target", "target-within"});

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

/// The beginning of a name counts as near ("contains", "first"), otherwise few changes do.
std::string_view nearest(std::string_view name) {
  constexpr std::size_t longest = 24;
  if (name.size() > longest) return {};
  std::string_view found;
  std::size_t least = 3 + name.size() / 4;
  for (const PseudoClass& known : pseudo_classes) {
    const bool begins = name.size() > 2 && known.name.starts_with(name);
    const std::size_t distance = begins ? 1 : edit_distance(name, known.name);
    if (distance >= least) continue;
    least = distance;
    found = known.name;
  }
  return found;
}

template <class Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const PseudoClass* find_pseudo_class(std::string_view name) {
  const auto* const found = std::find_if(pseudo_classes.begin(), pseudo_classes.end(),
                                         [&](const PseudoClass& known) { return known.name == name; });
  return found == pseudo_classes.end() ? nullptr : found;
}

std::string unknown_pseudo_class(const std::string& name) {
  if (holds(pseudo_elements, name)) return "':" + name + "' is a pseudo-element, no part of a document";
  if (holds(of_a_browser, name)) return "':" + name + "' asks for a browser's state, which a page has not";
  const std::string_view near = nearest(name);
  const std::string hint = near.empty() ? "" : " (did you mean ':" + std::string(near) + "'?)";
  return "unknown pseudo-class ':" + name + "'" + hint;
}

}  // namespace pith
