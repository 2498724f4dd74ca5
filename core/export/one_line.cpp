#include "core/export/one_line.hpp"

#include <cstdint>

#include "core/render/text.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

constexpr std::size_t kFirstWords = 80;

bool is_break(std::int32_t character) {
  return character == ' ' || character == '\n' || character == 0x2028 || character == 0x2029;
}

/// Cut where a word ends, if there is one.
std::string first_words(const std::string& text) {
  if (text.size() <= kFirstWords) return text;
  std::size_t end = 0;
  for (std::size_t at = 0; at <= kFirstWords; next_character(text, at)) end = at;
  const std::size_t space = text.rfind(' ', end);
  return text.substr(0, space == std::string::npos || space == 0 ? end : space) + "\u2026";
}

}  // namespace

std::string one_line(std::string_view text) {
  const std::string shown = displayable(text);
  std::string line;
  line.reserve(shown.size());
  bool space = false;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t begin = at;
    const std::int32_t character = next_character(shown, at);
    if (is_break(character)) {
      space = true;
    } else {
      if (space && !line.empty()) line += ' ';
      space = false;
      line.append(shown, begin, at - begin);
    }
  }
  return line;
}

std::string title_or_first_words(const Article& article) {
  std::string title = one_line(article.title);
  if (title.empty()) title = first_words(one_line(body_text(article)));
  if (title.empty()) title = one_line(article.url);
  return title.empty() ? "Untitled" : title;
}

}  // namespace pith
