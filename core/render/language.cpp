#include "core/render/language.hpp"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith {
namespace {

constexpr std::size_t kLongestTag = 64;

bool is_tag_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

std::string html_language(std::string_view language) {
  const bool plain = std::all_of(language.begin(), language.end(), is_tag_character);
  return plain && language.size() <= kLongestTag ? std::string(language) : std::string();
}

std::string direction_of(std::string_view language) {
  const std::string tag = html_language(language);
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale.data(), locale.size() - 1, nullptr, &error);
  return U_SUCCESS(error) && uloc_isRightToLeft(locale.data()) != 0 ? "rtl" : "";
}

}  // namespace pith
