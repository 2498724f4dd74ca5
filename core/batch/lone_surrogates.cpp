#include "core/batch/lone_surrogates.hpp"

#include <charconv>
#include <cstddef>

namespace pith {
namespace {

constexpr std::size_t escape_length = 6;  // \ud83d

/// The code unit of the escape `\uXXXX` that begins at `at`; -1 if none does.
int unit_at(std::string_view json, std::size_t at) {
  if (json.size() - at < escape_length || json[at] != '\\' || json[at + 1] != 'u') return -1;
  const char* const first = json.data() + at + 2;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(first, first + 4, unit, 16);
  return error == std::errc() && end == first + 4 ? static_cast<int>(unit) : -1;
}

bool is_high(int unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}
bool is_low(int unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/// Where the next lone surrogate stands, from `at` on.
std::size_t find_lone(std::string_view json, std::size_t at) {
  while ((at = json.find('\\', at)) != std::string_view::npos) {
    const int unit = unit_at(json, at);
    if (is_low(unit)) return at;
    if (!is_high(unit)) {
      at += 2;  // whatever is escaped, be it a backslash, begins no escape itself
    } else if (is_low(unit_at(json, at + escape_length))) {
      at += 2 * escape_length;
    } else {
      return at;
    }
  }
  return at;
}

}  // namespace

std::optional<std::string> without_lone_surrogates(std::string_view json) {
  std::size_t at = find_lone(json, 0);
  if (at == std::string_view::npos) return std::nullopt;
  std::string mended(json);
  for (; at != std::string_view::npos; at = find_lone(json, at + escape_length)) {
    mended.replace(at, escape_length, "\\ufffd");
  }
  return mended;
}

}  // namespace pith
