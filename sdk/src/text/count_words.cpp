#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "pith/text.hpp"

namespace pith {
namespace {

constexpr bool is_ascii_word_character(UChar32 c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Letters of scripts that do not put spaces between words.
bool is_unspaced_letter(UChar32 c) noexcept {
  if (c < 0x0E00) return false;
  const bool unspaced = c <= 0x0EFF                         // Thai, Lao
                        || (c >= 0x1000 && c <= 0x109F)     // Myanmar
                        || (c >= 0x1780 && c <= 0x17FF)     // Khmer
                        || (c >= 0x2E80 && c <= 0x312F)     // radicals, kana, bopomofo
                        || (c >= 0x31A0 && c <= 0x31FF)     // their extensions
                        || (c >= 0x3400 && c <= 0x9FFF)     // Han
                        || (c >= 0xF900 && c <= 0xFAFF)     // compatibility Han
                        || (c >= 0xFF66 && c <= 0xFF9F)     // half-width kana
                        || (c >= 0x1B000 && c <= 0x1B16F)   // rare kana
                        || (c >= 0x20000 && c <= 0x3FFFF);  // rare Han
  return unspaced && u_isalnum(c);
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;  // the word at hand already is
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c >= 0x80 && is_unspaced_letter(c)) {
      ++words;
      counted = false;
    } else if (c < 0x80 ? is_ascii_word_character(c) : u_isalnum(c)) {
      if (!counted) ++words;
      counted = true;
    } else if (c >= 0 && (c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c))) {
      counted = false;
    }
  }
  return words;
}

}  // namespace pith
