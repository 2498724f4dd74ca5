#include "pith/text.hpp"

#include <algorithm>

#include "space_class.hpp"

namespace pith {
namespace {

constexpr bool is_ascii_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool is_continuation(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Neither space nor the beginning of a longer character.
constexpr bool is_surely_visible(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0xC2;
}

/// Collapses until the result is longer than `enough`.
std::string collapse_until(std::string_view text, std::size_t enough) {
  std::string out;
  out.reserve(std::min(text.size(), enough));
  bool pending = false;
  for (std::size_t at = 0; at < text.size() && out.size() <= enough;) {
    const SpacedCharacter character = classify_space(text, at);
    if (character.what == SpaceClass::visible) {
      if (pending && !out.empty()) out += ' ';
      pending = false;
      std::size_t end = at + character.length;
      const std::size_t last = std::min(text.size(), end + enough - std::min(out.size(), enough));
      while (end < last && is_surely_visible(text[end])) ++end;
      out.append(text, at, end - at);
      at = end;
      continue;
    }
    if (character.what == SpaceClass::space) pending = true;
    at += character.length;
  }
  return out;
}

}  // namespace

std::string collapse_space(std::string_view text) {
  return collapse_until(text, text.size());
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (;;) {
    if (!text.empty() && is_ascii_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == no_break_space) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t bytes) {
  constexpr std::string_view ellipsis = "\xE2\x80\xA6";
  // One byte per step may be a piece of a character, so stop a character behind what is needed.
  std::string out = collapse_until(text, bytes + 4);
  if (out.size() <= bytes) return out;
  if (bytes < ellipsis.size()) return {};
  std::size_t cut = bytes - ellipsis.size();
  while (cut > 0 && is_continuation(out[cut])) --cut;
  // Whole words where that does not cost half of what there is room for.
  if (out[cut] != ' ') {
    const std::size_t space = cut == 0 ? std::string::npos : out.rfind(' ', cut - 1);
    if (space != std::string::npos && space >= cut / 2) cut = space;
  }
  while (cut > 0 && out[cut - 1] == ' ') --cut;
  out.resize(cut);
  return out.append(ellipsis);
}

std::vector<std::string> split_trimmed(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {"\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\"", "'", ")", "]"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  for (const std::string_view mark :
       {".", "!", "?", ":", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xEF\xBC\x9A"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace pith
