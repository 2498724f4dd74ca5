#include "core/export/file_name.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/render/utf8.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t kLongestHost = 100;
constexpr std::size_t kLongestSlug = 60;
/// Of a title no more is looked at: it is cut much earlier.
constexpr std::size_t kLongestTitle = 2000;

/// Microsoft: "Naming Files, Paths, and Namespaces". They are kept with any extension, too.
bool is_device(std::string_view name) {
  const std::string stem(name.substr(0, name.find('.')));
  constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "conin$", "conout$"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  const std::string_view port = std::string_view(stem).substr(0, 3);
  return stem.size() == 4 && (port == "com" || port == "lpt") && stem[3] >= '0' && stem[3] <= '9';
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// In small letters and composed, also where making letters small has taken one apart.
icu::UnicodeString folded(std::string_view title) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(valid_utf8(title.substr(0, kLongestTitle)));
  if (U_FAILURE(error)) return text;
  text = composer->normalize(text, error).toLower(icu::Locale::getRoot());
  return composer->normalize(text, error);
}

bool is_word_character(UChar32 character) {
  constexpr std::uint32_t kMarks = U_GC_MN_MASK | U_GC_MC_MASK;
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & kMarks) != 0;
}

/// What parts no word: apostrophes ("won't" is "wont"), soft hyphens, joiners, controls of direction.
bool is_passed_over(UChar32 character) {
  return character == '\'' || character == 0x2019 ||
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

std::string words_with_hyphens(const icu::UnicodeString& text) {
  icu::UnicodeString words;
  bool gap = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    if (is_passed_over(character)) continue;
    if (!is_word_character(character) || character == 0xfffd) {
      gap = true;
      continue;
    }
    if (gap && !words.isEmpty()) words.append(static_cast<UChar32>('-'));
    gap = false;
    words.append(character);
  }
  std::string bytes;
  return words.toUTF8String(bytes);
}

void cut(std::string& slug) {
  if (slug.size() <= kLongestSlug) return;
  std::size_t end = 0;
  for (std::size_t at = 0; at <= kLongestSlug; next_character(slug, at)) end = at;
  const std::size_t hyphen = slug.rfind('-', end);
  // One long word, or a script without spaces, is cut in the middle.
  slug.resize(hyphen == std::string::npos || hyphen < kLongestSlug / 2 ? end : hyphen);
}

std::string day_of(const Article& article) {
  constexpr int kLastYear = 9999;
  const bool known = article.published && article.published->year > 0 && article.published->year <= kLastYear;
  return known ? article.published->rfc3339().substr(0, 10) : "undated";
}

}  // namespace

std::string host_folder(std::string_view host) {
  std::string name = lower_ascii(host.substr(0, kLongestHost));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !is_host_character(c); }, '_');
  // What ends in a dot loses it on Windows; what begins with one is hidden elsewhere.
  name.resize(name.find_last_not_of('.') + 1);
  name.erase(0, name.find_first_not_of('.'));
  if (name.empty()) return "local";
  return is_device(name) ? '_' + name : name;
}

std::string slug_of(std::string_view title) {
  std::string slug = words_with_hyphens(folded(title));
  cut(slug);
  return slug.empty() ? "untitled" : slug;
}

std::string article_file_name(const Article& article, const std::string& short_name) {
  return day_of(article) + '-' + slug_of(article.title) + '-' + short_name + ".md";
}

}  // namespace pith
