#include "core/render/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace pith {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

/// Calls `write(code point or -1, its bytes)` for every character.
template <typename Write>
void each_character(std::string_view text, Write write) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t character = next_character(text, at);
    write(character, text.substr(begin, at - begin));
  }
}

}  // namespace

// The macro narrows on purpose and says nothing of it to the compiler.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
std::int32_t next_character(std::string_view text, std::size_t& at) {
  UChar32 character = 0;
  U8_NEXT(text.data(), at, text.size(), character);
  return character;
}
#pragma GCC diagnostic pop

std::string valid_utf8(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string valid;
  valid.reserve(text.size());
  each_character(text, [&](std::int32_t character, std::string_view bytes) {
    valid += character < 0 ? kReplacement : bytes;
  });
  return valid;
}

std::string displayable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string kept;
  kept.reserve(text.size());
  each_character(text, [&](std::int32_t character, std::string_view bytes) {
    const bool control = (character >= 0 && character < 0x20) || (character >= 0x7f && character < 0xa0) ||
                         character == 0xfffe || character == 0xffff;
    if (character < 0) {
      kept += kReplacement;
    } else if (character == '\n' || !control) {
      kept += bytes;
    } else if (character == '\t' || character == '\r') {
      kept += ' ';
    }
  });
  return kept;
}

}  // namespace pith
