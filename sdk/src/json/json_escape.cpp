#include "json/json_escape.hpp"

#include <algorithm>

namespace pith {
namespace {

constexpr int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The value of `count` hexadecimal digits; -1 if there are fewer.
int hex_number(std::string_view digits, std::size_t count) noexcept {
  if (digits.size() < count) return -1;
  int number = 0;
  for (const char c : digits.substr(0, count)) {
    if (hex_value(c) < 0) return -1;
    number = number * 16 + hex_value(c);
  }
  return number;
}

/// The code of "\uXXXX" at the beginning; -1 if it is none.
int unicode_escape(std::string_view text) noexcept {
  return text.substr(0, 2) == "\\u" ? hex_number(text.substr(2), 4) : -1;
}

constexpr bool is_lead(int code) noexcept {
  return code >= 0xD800 && code <= 0xDBFF;
}
constexpr bool is_trail(int code) noexcept {
  return code >= 0xDC00 && code <= 0xDFFF;
}

std::size_t append_unicode(std::string_view text, int code, std::string& out) {
  if (is_lead(code) && text.size() >= 12 && is_trail(unicode_escape(text.substr(6)))) {
    out += text.substr(0, 12);
    return 12;
  }
  if (is_lead(code) || is_trail(code)) {
    out += "\\uFFFD";
  } else {
    out += text.substr(0, 6);
  }
  return 6;
}

/// "\x3C"
std::size_t append_byte(std::string_view text, std::string& out) {
  out += "\\u00";
  out += text.substr(2, 2);
  return 4;
}

}  // namespace

std::size_t append_as_json_escape(std::string_view text, std::string& out) {
  if (text.size() < 2) return text.size();
  if (const int code = unicode_escape(text); code >= 0) return append_unicode(text, code, out);
  const char next = text[1];
  if (next == 'x' && hex_number(text.substr(2), 2) >= 0) return append_byte(text, out);
  if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
    out += text.substr(0, 2);
    return 2;
  }
  if (next == 'u' && text.size() < 6 && hex_number(text.substr(2), text.size() - 2) >= 0) return text.size();
  if (next < ' ' || next > '~') return next == '\n' ? 2 : 1;  // an escaped line break is none
  out += next;
  return 2;
}

}  // namespace pith
