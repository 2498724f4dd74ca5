#include "selector/attribute_match.hpp"

#include <algorithm>
#include <array>

namespace pith {
namespace {

constexpr auto caseless_attributes = std::to_array<std::string_view>(
    {"accept",     "accept-charset", "align",     "alink",    "axis",     "bgcolor", "charset",
     "checked",    "clear",          "codetype",  "color",    "compact",  "declare", "defer",
     "dir",        "direction",      "disabled",  "enctype",  "face",     "frame",   "hreflang",
     "http-equiv", "lang",           "language",  "link",     "media",    "method",  "multiple",
     "nohref",     "noresize",       "noshade",   "nowrap",   "readonly", "rel",     "rev",
     "rules",      "scope",          "scrolling", "selected", "shape",    "target",  "text",
     "type",       "valign",         "valuetype", "vlink"});
static_assert(std::is_sorted(caseless_attributes.begin(), caseless_attributes.end()));

bool compares_without_case(const SimpleSelector& selector, bool html) {
  if (selector.value_case != SimpleSelector::Case::by_attribute) {
    return selector.value_case == SimpleSelector::Case::insensitive;
  }
  return html && std::binary_search(caseless_attributes.begin(), caseless_attributes.end(),
                                    std::string_view(selector.lower_name));
}

bool same_byte(char a, char b, bool caseless) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return a == b || (caseless && lower(a) == lower(b));
}

bool equal(std::string_view a, std::string_view b, bool caseless) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return same_byte(x, y, caseless); });
}

bool contains(std::string_view text, std::string_view part, bool caseless) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [&](char x, char y) { return same_byte(x, y, caseless); }) != text.end();
}

bool includes(std::string_view list, std::string_view word, bool caseless) {
  constexpr std::string_view spaces = " \t\n\r\f";
  if (word.empty() || word.find_first_of(spaces) != std::string_view::npos) return false;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(spaces, at);
    if (begin == std::string_view::npos) return false;
    const std::size_t end = std::min(list.find_first_of(spaces, begin), list.size());
    if (equal(list.substr(begin, end - begin), word, caseless)) return true;
    at = end;
  }
  return false;
}

}  // namespace

bool attribute_matches(const SimpleSelector& selector, std::string_view value, bool html) {
  const std::string_view wanted = selector.value;
  const bool caseless = compares_without_case(selector, html);
  switch (selector.op) {
    case SimpleSelector::Operator::exists:
      return true;
    case SimpleSelector::Operator::equals:
      return equal(value, wanted, caseless);
    case SimpleSelector::Operator::includes:
      return includes(value, wanted, caseless);
    case SimpleSelector::Operator::dash:
      return equal(value.substr(0, wanted.size()), wanted, caseless) &&
             (value.size() == wanted.size() || value[wanted.size()] == '-');
    case SimpleSelector::Operator::prefix:
      return !wanted.empty() && equal(value.substr(0, wanted.size()), wanted, caseless);
    case SimpleSelector::Operator::suffix:
      return !wanted.empty() && value.size() >= wanted.size() &&
             equal(value.substr(value.size() - wanted.size()), wanted, caseless);
    case SimpleSelector::Operator::substring:
      return !wanted.empty() && contains(value, wanted, caseless);
  }
  return false;
}

}  // namespace pith
