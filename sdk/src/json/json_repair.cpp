#include "json/json_repair.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "pith/charset.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t deepest = 1000;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Walks over JSON and tells what is inside strings.
class StringTracker {
 public:
  /// Whether `c` is inside a string or one of its quotes.
  bool inside(char c) {
    if (!in_string_) {
      in_string_ = c == '"';
      return in_string_;
    }
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
    return true;
  }
  bool in_string() const { return in_string_; }
  bool escaped() const { return escaped_; }

 private:
  bool in_string_ = false;
  bool escaped_ = false;
};

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The code of `\uXXXX` at `at`, -1 if it is none.
int unicode_escape(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int code = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    if (!is_hex(text[i])) return -1;
    const int digit = text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
    code = code * 16 + digit;
  }
  return code;
}

void append_escape(std::string_view text, std::size_t& at, std::string& out) {
  const int code = unicode_escape(text, at);
  if (code >= 0xD800 && code <= 0xDBFF) {
    const int low = unicode_escape(text, at + 6);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      out.append(text.substr(at, 12));
      at += 12;
    } else {
      out += "\\ufffd";
      at += 6;
    }
    return;
  }
  if (code >= 0xDC00 && code <= 0xDFFF) {
    out += "\\ufffd";
    at += 6;
    return;
  }
  if (code >= 0) {
    out.append(text.substr(at, 6));
    at += 6;
    return;
  }
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (next != '\0' && std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
    out.append(text.substr(at, 2));
  } else if (next == '\'') {
    out += '\'';
  } else if (next != '\n' && next != '\0') {
    out += "\\\\";
    out += next;
  }
  at += 2;
}

}  // namespace

bool json_nests_too_deeply(std::string_view text) {
  std::size_t depth = 0;
  StringTracker strings;
  for (const char c : text) {
    if (strings.inside(c)) continue;
    if (c == '{' || c == '[') {
      if (++depth > deepest) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

std::string unwrap_json(std::string_view text) {
  text = trim(text);
  for (const std::string_view mark : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "// <![CDATA["}) {
    if (text.starts_with(mark)) text = trim(text.substr(mark.size()));
  }
  for (const std::string_view mark : {"-->", "//]]>", "/*]]>*/", "]]>", "// ]]>", ";"}) {
    if (text.ends_with(mark)) text = trim(text.substr(0, text.size() - mark.size()));
  }
  const bool escaped_quotes =
      text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos;
  return escaped_quotes ? decode_entities(text) : std::string(text);
}

std::string mend_json(std::string_view text) {
  std::string valid(text);
  make_valid_utf8(valid);
  text = valid;
  std::string out;
  out.reserve(text.size() + 16);
  bool in_string = false;
  constexpr std::string_view undefined = "undefined";
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!in_string && text.substr(at).starts_with(undefined)) {
      out += "null";
      at += undefined.size();
    } else if (in_string && c == '\\') {
      append_escape(text, at, out);
    } else if (in_string && static_cast<unsigned char>(c) < 0x20) {
      out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
      ++at;
    } else {
      if (c == '"') in_string = !in_string;
      out += c;
      ++at;
    }
  }
  return out;
}

std::string close_json(std::string_view text) {
  std::vector<char> open;
  StringTracker strings;
  // The last place where the value could be closed, and what is open there.
  std::size_t safe_end = 0;
  std::vector<char> safe_open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (strings.inside(c)) continue;
    if (c == ',') {
      safe_end = at;
      safe_open = open;
    } else if (c == '{' || c == '[') {
      open.push_back(c == '{' ? '}' : ']');
      safe_end = at + 1;
      safe_open = open;
    } else if ((c == '}' || c == ']') && !open.empty()) {
      open.pop_back();
      safe_end = at + 1;
      safe_open = open;
      if (open.empty()) break;
    }
  }
  std::string closed(text.substr(0, safe_end));
  closed.append(safe_open.rbegin(), safe_open.rend());
  return closed;
}

std::string_view balanced_json(std::string_view text) {
  std::size_t depth = 0;
  StringTracker strings;
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string_view::npos) return {};
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (strings.inside(text[at])) continue;
    if (text[at] == '{' || text[at] == '[') {
      ++depth;
    } else if ((text[at] == '}' || text[at] == ']') && --depth == 0) {
      return text.substr(begin, at + 1 - begin);
    }
  }
  return text.substr(begin);
}

std::string assigned_json(std::string_view script, std::size_t at) {
  while (at < script.size() &&
         (is_space(script[at]) || script[at] == ']' || script[at] == '"' || script[at] == '\'')) {
    ++at;
  }
  if (at >= script.size() || script[at] != '=' || (at + 1 < script.size() && script[at + 1] == '='))
    return {};
  ++at;
  while (at < script.size() && is_space(script[at])) ++at;
  constexpr std::string_view call = "JSON.parse(";
  if (!script.substr(at).starts_with(call)) {
    const bool value = at < script.size() && (script[at] == '{' || script[at] == '[');
    return value ? std::string(balanced_json(script.substr(at))) : std::string();
  }
  at += call.size();
  while (at < script.size() && is_space(script[at])) ++at;
  if (at >= script.size() || (script[at] != '"' && script[at] != '\'')) return {};
  const char quote = script[at];
  std::string literal = "\"";
  for (++at; at < script.size() && script[at] != quote; ++at) {
    if (script[at] == '\\' && at + 1 < script.size()) {
      literal += script[at++];
      literal += script[at];
    } else if (script[at] == '"') {
      literal += "\\\"";
    } else {
      literal += script[at];
    }
  }
  literal += '"';
  rapidjson::Document document;
  const std::string mended = mend_json(literal);
  document.Parse(mended.data(), mended.size());
  if (!document.IsString()) return {};
  return {document.GetString(), document.GetStringLength()};
}

}  // namespace pith
