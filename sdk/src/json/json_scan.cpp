#include "json/json_scan.hpp"

#include <algorithm>

namespace pith {

std::size_t json_comment_length(std::string_view text, std::size_t at) noexcept {
  const std::string_view start = text.substr(at, 2);
  if (start == "//") return std::min(text.find('\n', at), text.size()) - at;
  if (start != "/*") return 0;
  const std::size_t end = text.find("*/", at + 2);
  return (end == std::string_view::npos ? text.size() : end + 2) - at;
}

std::string_view balanced_json(std::string_view text) noexcept {
  std::size_t depth = 0;
  JsonStrings strings;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (strings.is_inside(c)) continue;
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth <= 1) return text.substr(0, at + depth);
      --depth;
    }
  }
  return text;
}

}  // namespace pith
