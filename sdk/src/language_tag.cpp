#include "pith/language_tag.hpp"

#include <algorithm>

#include "pith/text.hpp"

namespace pith {
namespace {

bool all_letters(std::string_view part) {
  return std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool all_alphanumeric(std::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::string upper(std::string part) {
  for (char& c : part) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return part;
}

}  // namespace

std::string language_tag(std::string_view written) {
  std::string text = lower_ascii(trim(written));
  // One language is asked for: the first of a list, without the charset of a POSIX locale.
  text = text.substr(0, text.find_first_of(".,; @"));
  std::replace(text.begin(), text.end(), '_', '-');
  std::string tag;
  for (auto& part : split_trimmed(text, '-')) {
    if (!all_alphanumeric(part) || part.size() > 8) break;
    if (tag.empty()) {
      if (part.size() < 2 || part.size() > 3 || !all_letters(part)) return {};
      tag = part;
    } else if (part.size() == 4 && all_letters(part)) {
      part[0] = static_cast<char>(part[0] - 'a' + 'A');
      tag += '-' + part;
    } else if ((part.size() == 2 && all_letters(part)) || (part.size() == 3 && !all_letters(part))) {
      tag += '-' + upper(part);
    } else {
      tag += '-' + part;
    }
  }
  return tag;
}

}  // namespace pith
