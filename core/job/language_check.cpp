#include "core/job/language_check.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/text/nearest_name.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::int32_t longest_tag = 160;

/// The tag as it is to be written ("en" of "eng"); empty if it has not the form of one.
std::string canonical_tag(const std::string& tag) {
  std::array<char, longest_tag> locale{};
  std::int32_t read = 0;
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale.data(), longest_tag, &read, &error);
  if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING) return {};
  if (static_cast<std::size_t>(read) != tag.size()) return {};
  std::array<char, longest_tag> written{};
  const std::int32_t size = uloc_toLanguageTag(locale.data(), written.data(), longest_tag, 1, &error);
  return U_FAILURE(error) ? std::string() : std::string(written.data(), static_cast<std::size_t>(size));
}

const std::vector<std::string>& language_codes() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> all;
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
      all.emplace_back(*code);
    return all;
  }();
  return codes;
}

std::string name_of_language(const std::string& code, const icu::Locale& in) {
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(in, name);
  std::string text;
  return lower_ascii(name.toUTF8String(text));
}

/// The code of a language by its name in English or in itself ("german", "deutsch").
std::string code_of_name(const std::string& name) {
  std::vector<std::string> names;
  for (const std::string& code : language_codes()) {
    names.push_back(name_of_language(code, icu::Locale::getEnglish()));
    names.push_back(name_of_language(code, icu::Locale(code.c_str())));
  }
  const std::string near = nearest_name(lower_ascii(name), names);
  if (near.empty()) return {};
  return language_codes()[static_cast<std::size_t>(std::find(names.begin(), names.end(), near) -
                                                   names.begin()) /
                          2];
}

std::string no_language(const std::string& meant) {
  const std::string problem = "is no language tag such as \"en\" or \"pt-BR\"";
  return meant.empty() ? problem : problem + " (did you mean '" + meant + "'?)";
}

}  // namespace

std::string language_problem(const std::string& tag) {
  if (tag.size() >= longest_tag) return no_language({});
  std::string with_hyphens = tag;
  std::replace(with_hyphens.begin(), with_hyphens.end(), '_', '-');
  const std::string canonical = canonical_tag(with_hyphens);
  const std::string primary = lower_ascii(with_hyphens.substr(0, with_hyphens.find('-')));
  // Words of four letters and more are languages to the standard, too, but none was ever registered.
  const bool is_name = canonical.empty() || primary.size() > 3;
  if (is_name) return no_language(code_of_name(tag));
  const auto& codes = language_codes();
  const bool is_known = primary.size() == 3 || std::find(codes.begin(), codes.end(), primary) != codes.end();
  if (!is_known && primary != "x" && primary != "i") return no_language({});
  const std::string canonical_primary = canonical.substr(0, canonical.find('-'));
  if (with_hyphens != tag || (primary.size() == 3 && canonical_primary.size() == 2))
    return no_language(canonical);
  return {};
}

}  // namespace pith
