#include "body/segment_break.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace pith {
namespace {

constexpr std::string_view white_space = " \t\r\n\f";

bool is_hangul(UChar32 c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xFFA0 && c <= 0xFFDC);
}

bool is_wide(UChar32 c) {
  if (c < 0x1100 || is_hangul(c)) return false;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_HALFWIDTH:
    case U_EA_WIDE:
      return true;
    default:
      return false;
  }
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

UChar32 last_of(std::string_view text) {
  // The last four bytes hold the last character whole, whatever is before it.
  const icu::UnicodeString end = utf16(text.substr(text.size() - std::min<std::size_t>(text.size(), 4)));
  return end.isEmpty() ? 0 : end.char32At(end.length() - 1);
}

UChar32 first_of(std::string_view text) {
  const icu::UnicodeString begin = utf16(text.substr(0, 4));
  return begin.isEmpty() ? 0 : begin.char32At(0);
}

}  // namespace

bool breaks_without_space(std::string_view before, std::string_view after) {
  return is_wide(last_of(before)) && is_wide(first_of(after));
}

std::string join_segments(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = text.find('\n', at);
    if (line_end == std::string_view::npos) return joined.append(text.substr(at));
    const std::size_t end = text.find_first_not_of(white_space, line_end);
    std::string_view line = text.substr(at, line_end - at);
    const std::size_t last = line.find_last_not_of(white_space);
    const std::string_view rest = end == std::string_view::npos ? std::string_view() : text.substr(end);
    const std::string_view words =
        last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
    const std::size_t next = end == std::string_view::npos ? text.size() : end;
    if (!words.empty() && breaks_without_space(words, rest)) {
      joined.append(words);
    } else {
      joined.append(text.substr(at, next - at));
    }
    at = next;
  }
  return joined;
}

}  // namespace pith
