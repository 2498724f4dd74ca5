#pragma once

#include <cstddef>
#include <string_view>

namespace pith {

/// What a character is to a reader, as far as spacing goes.
enum class SpaceClass {
  visible,
  space,      ///< white space, no-break spaces included
  invisible,  ///< zero-width space, soft hyphen, byte order mark
};

struct SpacedCharacter {
  SpaceClass what;
  std::size_t length;  ///< in bytes
};

/// Classifies the character at `at` of valid UTF-8. Of a visible one the length may be that of a piece.
constexpr SpacedCharacter classify_space(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead == ' ' || (lead >= '\t' && lead <= '\r')) return {SpaceClass::space, 1};
  if (lead < 0xC2) return {SpaceClass::visible, 1};
  if (lead == 0xC2) {
    if (byte(1) == 0xA0 || byte(1) == 0x85) return {SpaceClass::space, 2};
    if (byte(1) == 0xAD) return {SpaceClass::invisible, 2};
  } else if (lead == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if ((last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF)
      return {SpaceClass::space, 3};
    if (last == 0x8B) return {SpaceClass::invisible, 3};
  } else if (lead == 0xE2 && byte(1) == 0x81) {
    if (byte(2) == 0x9F) return {SpaceClass::space, 3};
    if (byte(2) == 0xA0) return {SpaceClass::invisible, 3};
  } else if (lead == 0xE1 && byte(1) == 0x9A && byte(2) == 0x80) {
    return {SpaceClass::space, 3};
  } else if (lead == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) {
    return {SpaceClass::space, 3};
  } else if (lead == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) {
    return {SpaceClass::invisible, 3};
  }
  return {SpaceClass::visible, 1};
}

}  // namespace pith
