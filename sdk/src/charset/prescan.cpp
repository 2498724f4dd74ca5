#include "charset/prescan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t standard_window = 1024;
/// How far a head may reach, and how far is looked where no head ends.
constexpr std::size_t longest_head = std::size_t{512} << 10;
constexpr std::size_t window_without_head = std::size_t{64} << 10;

constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Whether `text` has `word`, which is in lower case, at `at`.
bool has_word(std::string_view text, std::size_t at, std::string_view word) noexcept {
  if (at > text.size() || text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != word[i]) return false;
  }
  return true;
}

struct Attribute {
  std::string name;
  std::string value;
};

/// Reads bytes as the standard's prescan does.
class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  bool done() const noexcept { return at_ >= bytes_.size(); }
  char here() const noexcept { return bytes_[at_]; }
  void skip(std::size_t count = 1) noexcept { at_ += count; }
  bool at_word(std::string_view word) const noexcept { return has_word(bytes_, at_, word); }
  char ahead(std::size_t count) const noexcept {
    return count < bytes_.size() - at_ ? bytes_[at_ + count] : '\0';
  }

  /// To the next `c`; whether there is one.
  bool skip_to(char c) noexcept {
    at_ = std::min(bytes_.find(c, at_), bytes_.size());
    return !done();
  }

  /// Past the beginning of this tag to the next `word`, which begins with a bracket and is in lower case.
  void skip_to_word(std::string_view word) noexcept {
    for (skip(); skip_to('<') && !at_word(word);) skip();
  }

  /// To the first of `text` from `offset` bytes ahead on, and past it; to the end if there is none.
  void skip_past(std::string_view text, std::size_t offset = 0) noexcept {
    const std::size_t found = bytes_.find(text, at_ + offset);
    at_ = found == std::string_view::npos ? bytes_.size() : found + text.size();
  }

  void skip_tag_name() noexcept {
    while (!done() && !is_space(here()) && here() != '>') ++at_;
  }

  /// "Get an attribute"; nothing at the end of the tag.
  std::optional<Attribute> next_attribute() {
    while (!done() && (is_space(here()) || here() == '/')) ++at_;
    if (done() || here() == '>') return std::nullopt;
    Attribute attribute;
    for (; !done(); ++at_) {
      const char c = here();
      if ((c == '=' && !attribute.name.empty()) || is_space(c) || c == '/' || c == '>') break;
      attribute.name += lower(c);
    }
    while (!done() && is_space(here())) ++at_;
    if (done() || here() != '=') return attribute;
    ++at_;
    while (!done() && is_space(here())) ++at_;
    if (!done()) read_value(attribute.value);
    return attribute;
  }

 private:
  void read_value(std::string& value) {
    const char quote = here();
    if (quote == '"' || quote == '\'') {
      for (++at_; !done() && here() != quote; ++at_) value += lower(here());
      ++at_;
      return;
    }
    for (; !done() && !is_space(here()) && here() != '>'; ++at_) value += lower(here());
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The label in a meta element's content ("extract a character encoding from a meta element").
std::string_view label_in_content(std::string_view content) {
  std::size_t at = 0;
  for (;;) {
    while (at < content.size() && !has_word(content, at, "charset")) ++at;
    if (at >= content.size()) return {};
    at += 7;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at < content.size() && content[at] == '=') break;
  }
  ++at;
  while (at < content.size() && is_space(content[at])) ++at;
  if (at >= content.size()) return {};
  if (content[at] == '"' || content[at] == '\'') {
    const std::size_t end = content.find(content[at], at + 1);
    return end == std::string_view::npos ? std::string_view() : content.substr(at + 1, end - at - 1);
  }
  std::size_t end = at;
  while (end < content.size() && !is_space(content[end]) && content[end] != ';') ++end;
  return content.substr(at, end - at);
}

/// What a declared encoding means within a page that could be read this far.
const Encoding* as_declared_within(const Encoding* encoding) {
  if (encoding == nullptr) return nullptr;
  if (encoding->name.substr(0, 6) == "UTF-16") return &utf8_encoding();
  if (encoding->name == "x-user-defined") return find_encoding("windows-1252");
  return encoding;
}

/// The encoding a meta element declares, its attributes being next; null if it declares none.
const Encoding* read_meta(Scanner& scanner) {
  constexpr std::size_t most_attributes = 64;
  std::vector<std::string> seen;
  bool got_pragma = false;
  std::optional<bool> need_pragma;
  const Encoding* charset = nullptr;
  while (const auto attribute = scanner.next_attribute()) {
    if (seen.size() == most_attributes || std::find(seen.begin(), seen.end(), attribute->name) != seen.end())
      continue;
    seen.push_back(attribute->name);
    if (attribute->name == "http-equiv") {
      got_pragma = got_pragma || attribute->value == "content-type";
    } else if (attribute->name == "content" && charset == nullptr) {
      charset = find_encoding(label_in_content(attribute->value));
      if (charset != nullptr) need_pragma = true;
    } else if (attribute->name == "charset") {
      charset = find_encoding(attribute->value);
      need_pragma = false;
    }
  }
  if (!need_pragma || (*need_pragma && !got_pragma)) return nullptr;
  return as_declared_within(charset);
}

/// How the contents of script and style are read.
enum class RawText { as_markup, passed_over };

const Encoding* prescan_window(std::string_view window, RawText raw_text) {
  Scanner scanner(window);
  while (scanner.skip_to('<')) {
    const char second = scanner.ahead(1);
    if (scanner.at_word("<!--")) {
      scanner.skip_past("-->", 2);  // the dashes that open a comment may also close it: <!-->
    } else if (scanner.at_word("<meta") && (is_space(scanner.ahead(5)) || scanner.ahead(5) == '/')) {
      scanner.skip(5);
      if (const Encoding* declared = read_meta(scanner)) return declared;
    } else if (raw_text == RawText::passed_over && scanner.at_word("<script")) {
      scanner.skip_to_word("</script");
    } else if (raw_text == RawText::passed_over && scanner.at_word("<style")) {
      scanner.skip_to_word("</style");
    } else if (is_letter(second) || (second == '/' && is_letter(scanner.ahead(2)))) {
      scanner.skip_tag_name();
      while (scanner.next_attribute()) {
      }
    } else if (second == '!' || second == '/' || second == '?') {
      scanner.skip_past(">");
    } else {
      scanner.skip();
    }
  }
  return nullptr;
}

/// The head of a page, as far as it can be told without parsing.
std::string_view head_of(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, longest_head);
  for (std::size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at + 1)) {
    if (has_word(start, at, "</head") || has_word(start, at, "<body")) return start.substr(0, at);
  }
  return start.substr(0, window_without_head);
}

}  // namespace

const Encoding* prescan_html(std::string_view bytes) {
  const std::string_view window = bytes.substr(0, standard_window);
  if (const Encoding* declared = prescan_window(window, RawText::as_markup)) return declared;
  if (bytes.size() > standard_window) {
    if (const Encoding* declared = prescan_window(head_of(bytes), RawText::passed_over)) return declared;
  }
  return prescan_xml(window);
}

const Encoding* prescan_xml(std::string_view bytes) {
  if (bytes.substr(0, 5) != "<?xml") return nullptr;
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find('>'), standard_window));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return nullptr;
  at = declaration.find_first_not_of(" \t\r\n", at + 8);
  if (at == std::string_view::npos || declaration[at] != '=') return nullptr;
  at = declaration.find_first_not_of(" \t\r\n", at + 1);
  if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) return nullptr;
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return nullptr;
  const Encoding* encoding = find_encoding(declaration.substr(at + 1, end - at - 1));
  return encoding != nullptr && encoding->name.substr(0, 6) == "UTF-16" ? &utf8_encoding() : encoding;
}

std::string_view charset_parameter(std::string_view content_type) {
  for (std::size_t at = content_type.find(';'); at != std::string_view::npos;
       at = content_type.find(';', at)) {
    ++at;
    while (at < content_type.size() && is_space(content_type[at])) ++at;
    if (!has_word(content_type, at, "charset")) continue;
    std::string_view value = trim(content_type.substr(at + 7));
    if (value.empty() || value.front() != '=') continue;
    value = trim(value.substr(1));
    if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
      const std::size_t end = value.find(value.front(), 1);
      return value.substr(1, end == std::string_view::npos ? end : end - 1);
    }
    return trim(value.substr(0, value.find(';')));
  }
  return {};
}

}  // namespace pith
