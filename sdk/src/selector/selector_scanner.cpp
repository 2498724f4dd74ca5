#include "selector/selector_scanner.hpp"

#include <algorithm>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr int largest_number = 1'000'000;
/// Of a selector's text in an error, in bytes.
constexpr std::size_t longest_quote = 300;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_newline(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& text, unsigned code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// The text, or if it is long its first characters.
std::string quote(std::string_view text) {
  if (text.size() <= longest_quote) return std::string(text);
  std::size_t end = longest_quote;
  while (end > 0 && !starts_character(text[end])) --end;
  return std::string(text.substr(0, end)) + "...";
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

bool SelectorScanner::take(char c) {
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

void SelectorScanner::skip_comments() {
  while (peek() == '/' && peek(1) == '*') {
    const std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) fail("a comment without end");
    at_ = end + 2;
  }
}

bool SelectorScanner::skip_space() {
  bool any = false;
  for (;;) {
    skip_comments();
    if (!is_space(peek())) return any;
    any = true;
    ++at_;
  }
}

bool SelectorScanner::starts_escape(std::size_t ahead) const {
  const char next = peek(ahead + 1);
  return peek(ahead) == '\\' && !is_newline(next) && at_ + ahead + 1 < text_.size();
}

bool SelectorScanner::starts_identifier() const {
  if (peek() == '-') return starts_name(peek(1)) || peek(1) == '-' || starts_escape(1);
  return starts_name(peek()) || starts_escape(0);
}

std::string SelectorScanner::escape() {
  ++at_;
  if (hex_value(peek()) < 0) {
    std::string character;
    do {
      character += peek();
      ++at_;
    } while ((static_cast<unsigned char>(peek()) & 0xC0) == 0x80);
    return character;
  }
  unsigned code = 0;
  for (int digits = 0; digits < 6 && hex_value(peek()) >= 0; ++digits, ++at_) {
    code = code * 16 + static_cast<unsigned>(hex_value(peek()));
  }
  if (peek() == '\r' && peek(1) == '\n') ++at_;
  if (is_space(peek())) ++at_;
  std::string character;
  append_utf8(character, code);
  return character;
}

std::string SelectorScanner::name_characters() {
  std::string name;
  for (;;) {
    if (starts_escape(0)) {
      name += escape();
    } else if (starts_name(peek()) || is_digit(peek()) || peek() == '-') {
      name += peek();
      ++at_;
    } else {
      return name;
    }
  }
}

std::string SelectorScanner::identifier(const char* what) {
  if (!starts_identifier()) fail(std::string("expected ") + what);
  return name_characters();
}

std::string SelectorScanner::quoted() {
  const std::size_t begin = at_;
  const char quote = peek();
  ++at_;
  std::string text;
  while (!at_end() && peek() != quote) {
    if (is_newline(peek())) fail_at(begin, "a string without end");
    if (peek() == '\\' && is_newline(peek(1))) {
      at_ += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
    } else if (starts_escape(0)) {
      text += escape();
    } else {
      text += peek();
      ++at_;
    }
  }
  if (!take(quote)) fail_at(begin, "a string without end");
  return text;
}

int SelectorScanner::integer() {
  if (!is_digit(peek())) fail("expected a number");
  int value = 0;
  while (is_digit(peek())) {
    value = std::min(value * 10 + (peek() - '0'), largest_number);
    ++at_;
  }
  return value;
}

void SelectorScanner::an_plus_b(int& a, int& b) {
  std::string word;
  for (std::size_t i = 0; i < 4; ++i) word += lower(peek(i));
  if (word == "even") {
    at_ += 4;
    a = 2;
    b = 0;
    return;
  }
  if (word.starts_with("odd")) {
    at_ += 3;
    a = 2;
    b = 1;
    return;
  }
  const int sign = take('-') ? -1 : (take('+'), 1);
  const bool digits = is_digit(peek());
  const int number = digits ? integer() : 1;
  if (lower(peek()) != 'n') {
    if (!digits) fail("expected a number, 'odd', 'even' or an+b");
    a = 0;
    b = sign * number;
    return;
  }
  ++at_;
  a = sign * number;
  b = 0;
  const std::size_t after_n = at_;
  skip_space();
  if (peek() == '+' || peek() == '-') {
    const int b_sign = peek() == '-' ? -1 : 1;
    ++at_;
    skip_space();
    b = b_sign * integer();
  } else {
    at_ = after_n;
  }
}

void SelectorScanner::fail_at(std::size_t position, const std::string& problem) const {
  const std::string where =
      place_.line == 0 ? std::string() : std::string(place_.file) + ":" + std::to_string(place_.line);
  const std::string_view before = text_.substr(0, position);
  const auto column = 1 + std::count_if(before.begin(), before.end(), starts_character);
  throw Error("bad selector '" + quote(text_) + "': column " + std::to_string(column) + ": " + problem,
              where);
}

void SelectorScanner::fail_unexpected() const {
  const unsigned char next = static_cast<unsigned char>(peek());
  if (at_end()) fail("unexpected end");
  if (next <= ' ' || next >= 0x7F) fail("unexpected byte " + std::to_string(next));
  fail(std::string("unexpected '") + peek() + "'");
}

}  // namespace pith
