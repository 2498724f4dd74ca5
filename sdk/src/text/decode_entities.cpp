#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_name = 32;  // "CounterClockwiseContourIntegral;"
/// Old names that also count without a semicolon are at most this long ("frac12", "Otilde").
constexpr std::size_t longest_old_name = 6;

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr int hex_value(char c) noexcept {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& out, UChar32 c) {
  std::array<std::uint8_t, 4> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(reinterpret_cast<const char*>(bytes.data()), length);
}

/// What a numeric reference stands for (HTML standard, "numeric character reference end state").
UChar32 numbered_character(std::uint32_t number) noexcept {
  static constexpr std::array<char16_t, 32> windows_1252 = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number >= 0x80 && number <= 0x9F) return windows_1252[number - 0x80];
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return 0xFFFD;
  return static_cast<UChar32>(number);
}

/// Reads "#123;" or "#x1F600;" behind the ampersand; gives the bytes used, 0 if it is no reference.
std::size_t decode_number(std::string_view text, std::string& out) {
  const bool hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const std::size_t begin = hex ? 2 : 1;
  std::size_t at = begin;
  std::uint32_t number = 0;
  for (; at < text.size() && (hex ? hex_value(text[at]) >= 0 : is_digit(text[at])); ++at) {
    number = std::min<std::uint32_t>(
        number * (hex ? 16 : 10) + static_cast<std::uint32_t>(hex_value(text[at])), 0x110000);
  }
  if (at == begin) return 0;
  append_utf8(out, numbered_character(number));
  return at + (at < text.size() && text[at] == ';' ? 1 : 0);
}

/// The names of HTML 4, which are nearly all that pages use. libxml2 looks through its list from the start
/// every time, so its list is asked once and sorted.
std::unordered_map<std::string_view, UChar32> html4_names() {
  constexpr unsigned last_value = 0x2666;  // "diams"
  std::unordered_map<std::string_view, UChar32> names{{"apos", '\''}};
  for (unsigned value = '"'; value <= last_value; ++value) {
    if (const htmlEntityDesc* known = htmlEntityValueLookup(value)) {
      names.emplace(known->name, static_cast<UChar32>(value));
    }
  }
  return names;
}

/// 0 if it is no name of HTML 4.
UChar32 html4_character(std::string_view name) {
  static const std::unordered_map<std::string_view, UChar32> names = html4_names();
  const auto found = names.find(name);
  return found == names.end() ? 0 : found->second;
}

/// Names of the age before semicolons were required: those of Latin-1 and a few in capitals.
UChar32 old_character(std::string_view name) {
  if (name == "AMP") return '&';
  if (name == "LT") return '<';
  if (name == "GT") return '>';
  if (name == "QUOT") return '"';
  if (name == "COPY") return 0xA9;
  if (name == "REG") return 0xAE;
  if (name == "apos") return 0;
  const UChar32 c = html4_character(name);
  return c < 0x100 ? c : 0;
}

/// Names beyond HTML 4, "&bigstar;": Gumbo knows them all, and is asked for one as a page would.
/// Answers are remembered for the text at hand, so that a text costs at most one question a name.
class RareNames {
 public:
  /// Empty if there is no such name. `reference` is "&name;".
  const std::string& text_of(const std::string& reference) {
    for (const auto& [known, text] : answers_) {
      if (known == reference) return text;
    }
    if (answers_.size() == most_answers) return unknown_;
    return answers_.emplace_back(reference, ask(reference)).second;
  }

 private:
  static constexpr std::size_t most_answers = 64;

  static std::string ask(const std::string& reference) {
    const std::string page = "<title>" + reference;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, page.data(), page.size()), destroy);
    std::string text = title_text(output->root);
    return text == reference ? std::string() : text;
  }

  static std::string title_text(const GumboNode* html) {
    const auto first_child = [](const GumboNode* node) -> const GumboNode* {
      const bool has_child =
          node != nullptr && node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0;
      return has_child ? static_cast<const GumboNode*>(node->v.element.children.data[0]) : nullptr;
    };
    const GumboNode* text = first_child(first_child(first_child(html)));
    const bool is_text =
        text != nullptr && (text->type == GUMBO_NODE_TEXT || text->type == GUMBO_NODE_WHITESPACE);
    return is_text ? text->v.text.text : "";
  }

  std::vector<std::pair<std::string, std::string>> answers_;
  const std::string unknown_;
};

/// Reads "name;" or an old name behind the ampersand; gives the bytes used, 0 if it is no reference.
std::size_t decode_name(std::string_view text, RareNames& rare, std::string& out) {
  std::size_t length = 0;
  while (length < text.size() && length < longest_name && (is_letter(text[length]) || is_digit(text[length])))
    ++length;
  std::string name(text.substr(0, length));
  if (length < text.size() && text[length] == ';') {
    if (const UChar32 c = html4_character(name); c != 0) {
      append_utf8(out, c);
      return length + 1;
    }
    if (const std::string& found = rare.text_of('&' + name + ';'); !found.empty()) {
      out += found;
      return length + 1;
    }
  }
  for (name.resize(std::min(length, longest_old_name)); name.size() >= 2; name.pop_back()) {
    if (const UChar32 c = old_character(name); c != 0) {
      append_utf8(out, c);
      return name.size();
    }
  }
  return 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  RareNames rare;
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out.append(text, 0, ampersand);
    text.remove_prefix(ampersand);
    if (text.size() < 2) return out.append(text);
    const std::string_view behind = text.substr(1);
    std::size_t used = 0;
    if (behind.front() == '#') {
      used = decode_number(behind, out);
    } else if (is_letter(behind.front())) {
      used = decode_name(behind, rare, out);
    }
    if (used == 0) out += '&';
    text.remove_prefix(1 + used);
  }
  return out;
}

}  // namespace pith
