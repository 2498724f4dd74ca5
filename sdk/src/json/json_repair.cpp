#include "json/json_repair.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "json/json_escape.hpp"
#include "json/json_scan.hpp"
#include "pith/charset.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

constexpr bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c >= '0' && c <= '9');
}

enum class Quotes { escaped, bare };

/// Rewrites a text piece by piece.
class Mender {
 public:
  Mender(std::string_view text, Quotes quotes) : text_(text), quotes_(quotes) {
    out_.reserve(text.size() + 16);
  }

  std::string mend() {
    while (at_ < text_.size()) in_string_ ? mend_in_string() : mend_outside();
    return std::move(out_);
  }

 private:
  void copy() { out_ += text_[at_++]; }

  void mend_outside() {
    const char c = text_[at_];
    if (c == '"') {
      in_string_ = true;
      copy();
    } else if (const std::size_t comment = json_comment_length(text_, at_); comment > 0) {
      out_ += ' ';
      at_ += comment;
    } else if (is_word(c)) {
      mend_word();
    } else {
      copy();
    }
  }

  /// Numbers, literals, and what JavaScript has besides.
  void mend_word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word == "NaN" || word == "undefined" || word == "Infinity") {
      if (!out_.empty() && out_.back() == '-') out_.pop_back();
      out_ += "null";
    } else {
      out_ += word;
    }
    at_ = end;
  }

  void mend_in_string() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += append_as_json_escape(text_.substr(at_), out_);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "" : " ";
      ++at_;
    } else if (c == '"' && quotes_ == Quotes::bare && !could_end_string()) {
      out_ += "\\\"";
      ++at_;
    } else {
      in_string_ = c != '"';
      copy();
    }
  }

  bool could_end_string() const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at_ + 1);
    return next == std::string_view::npos ||
           std::string_view(",:}]").find(text_[next]) != std::string_view::npos;
  }

  std::string_view text_;
  Quotes quotes_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  std::string out_;
};

std::string mend(std::string_view text, Quotes quotes) {
  std::string valid(text);
  make_valid_utf8(valid);
  return Mender(valid, quotes).mend();
}

/// A string that breaks off, without the escape it may break off in.
std::string_view without_broken_escape(std::string_view string) {
  // An escape is at most six bytes long; its backslash is the one that no other backslash escapes.
  const std::size_t backslash = string.find_last_of('\\');
  if (backslash == std::string_view::npos) return string;
  std::size_t run = backslash;
  while (run > 0 && string[run - 1] == '\\') --run;
  if ((backslash - run) % 2 == 1) return string;
  const std::size_t wanted = backslash + 1 < string.size() && string[backslash + 1] == 'u' ? 6 : 2;
  return string.size() - backslash < wanted ? string.substr(0, backslash) : string;
}

}  // namespace

std::string unwrap_json(std::string_view text) {
  static constexpr std::array<std::string_view, 7> marks = {"\xEF\xBB\xBF", "<!--", "-->", "<![CDATA[",
                                                            "]]>",          "/*",   "*/"};
  text = trim(text);
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (!starts_with(text, mark)) continue;
      // A comment in words is left to the mender.
      const std::string_view rest = trim(text.substr(mark.size()));
      if (mark == "/*" && rest.substr(0, 1) != "<" && rest.substr(0, 1) != "*") continue;
      text = rest;
      found = true;
    }
    if (starts_with(text, "//") && (text.substr(2, 1) == "<" || text.substr(2, 2) == " <" ||
                                    text.substr(2, 2) == "--" || text.substr(2, 1) == ">")) {
      text = trim(text.substr(text[2] == '>' ? 3 : 2));
      found = true;
    }
  }
  const bool escaped_quotes =
      text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos;
  return escaped_quotes ? decode_entities(text) : std::string(text);
}

std::string mend_json(std::string_view text) {
  return mend(text, Quotes::escaped);
}

std::string mend_json_with_bare_quotes(std::string_view text) {
  return mend(text, Quotes::bare);
}

std::string close_json(std::string_view text) {
  std::string closers;
  JsonStrings strings;
  std::size_t complete = 0;   // as much of the text as has no unfinished member at its end
  std::size_t string_at = 0;  // where the last string begins
  char before = '\0';         // what stands before that, outside of strings
  char last = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool outside_before = !strings.in_string();
    if (strings.is_inside(c)) {
      if (outside_before) {
        string_at = at;
        before = last;
      }
      continue;
    }
    if (c == ',') {
      complete = at;
    } else if (c == '{' || c == '[') {
      closers += c == '{' ? '}' : ']';
      complete = at + 1;
    } else if ((c == '}' || c == ']') && !closers.empty()) {
      closers.pop_back();
      complete = at + 1;
      if (closers.empty()) break;
    }
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') last = c;
  }
  const bool in_array = !closers.empty() && closers.back() == ']';
  const bool is_value = before == ':' || (in_array && (before == '[' || before == ','));
  std::string closed(text.substr(0, complete));
  if (strings.in_string() && is_value) {
    closed.assign(without_broken_escape(text)).append("\"");
    if (closed.size() == string_at + 1) closed += '"';
  }
  return closed.append(closers.rbegin(), closers.rend());
}

}  // namespace pith
