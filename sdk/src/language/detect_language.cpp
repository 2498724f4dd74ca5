// The detector's header uses FILE and its names of encodings without including what declares them.
#include <cstdio>

#include <cld2/public/encodings.h>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "pith/language.hpp"
#include "pith/language_tag.hpp"

namespace pith {
namespace {

/// More of a text tells nothing new.
constexpr std::size_t most_bytes = 1'200;
constexpr std::size_t least_bytes = 200;
/// Of the text in the language, in percent.
constexpr int least_share = 80;

/// Codes of the detector that BCP 47 has under another name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> renamed{{
    {"iw", "he"},
    {"jw", "jv"},
    {"tl", "fil"},
}};

/// The first bytes, without the rest of a character that was cut through.
std::string_view beginning(std::string_view text) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

std::string detect_language(std::string_view text) {
  text = beginning(text);
  if (text.size() < least_bytes) return {};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> shares{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                          languages.data(), shares.data(), scores.data(), nullptr,
                                          &text_bytes, &reliable, &valid_bytes);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || shares[0] < least_share) return {};
  const std::string_view code = CLD2::LanguageCode(languages[0]);
  const auto other =
      std::find_if(renamed.begin(), renamed.end(), [&](const auto& pair) { return pair.first == code; });
  return language_tag(other == renamed.end() ? code : other->second);
}

}  // namespace pith
