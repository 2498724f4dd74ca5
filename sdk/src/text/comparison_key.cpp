#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "pith/charset.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// How a typist without a typographer would have written it; empty for all other characters.
std::string_view plain_form(UChar32 c) noexcept {
  if (c == 0xAB || c == 0xBB) return "\"";
  // Full width, as in Chinese and Japanese.
  if (c == 0xFF1A) return ":";
  if (c == 0xFF08) return "(";
  if (c == 0xFF09) return ")";
  if (c < 0x2010 || c > 0x2212) return {};
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return "-";
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return "\"";
    case 0x2026:
      return "...";
    default:
      return {};
  }
}

std::string with_plain_punctuation(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    const std::string_view plain = plain_form(c);
    out.append(plain.empty() ? text.substr(begin, at - begin) : plain);
  }
  return out;
}

/// Asked for once: ICU guards its own copy in a way that no thread sanitizer sees. Null if ICU lacks its
/// data.
const icu::Normalizer2* composition() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return instance;
}

std::string folded(const std::string& text) {
  const icu::Normalizer2* const composed = composition();
  if (composed == nullptr) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string cased;
  icu::StringByteSink<std::string> case_sink(&cased);
  icu::CaseMap::utf8Fold(0, text, case_sink, nullptr, status);
  if (U_FAILURE(status)) return lower_ascii(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  composed->normalizeUTF8(0, cased, sink, nullptr, status);
  return U_SUCCESS(status) ? out : cased;
}

}  // namespace

std::string comparison_key(std::string_view text) {
  std::string key = collapse_space(text);
  if (is_ascii(key)) {
    for (char& c : key) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return key;
  }
  make_valid_utf8(key);
  return folded(with_plain_punctuation(key));
}

}  // namespace pith
