#include "core/render/lines.hpp"

#include <algorithm>
#include <cstddef>

namespace pith {

std::string prefixed(std::string_view text, std::string_view first, std::string_view rest) {
  std::string lines;
  std::string_view prefix = first;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const bool empty = text.front() == '\n';
    lines += empty ? prefix.substr(0, prefix.find_last_not_of(' ') + 1) : prefix;
    lines += text.substr(0, end);
    text.remove_prefix(end);
    prefix = rest;
  }
  return lines;
}

std::string as_line(std::string text) {
  if (!text.empty()) text += '\n';
  return text;
}

}  // namespace pith
