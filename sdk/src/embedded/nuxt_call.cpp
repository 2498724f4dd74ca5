#include "embedded/nuxt_call.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "embedded/json_text.hpp"
#include "json/json_escape.hpp"

namespace pith::embedded {
namespace {

/// Arguments of a page with a long list of articles are some thousands.
constexpr std::size_t max_arguments = 50'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '$';
}

bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}

bool opens(char c) {
  return c == '{' || c == '[' || c == '(';
}

bool closes(char c) {
  return c == '}' || c == ']' || c == ')';
}

/// A script, read from left to right.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::size_t at() const { return at_; }
  void go(std::size_t at) { at_ = std::min(at, text_.size()); }
  std::string_view rest() const { return text_.substr(at_); }

  void skip_space() {
    while (!at_end() && (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r')) ++at_;
  }
  bool take(std::string_view expected) {
    skip_space();
    if (!rest().starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  std::string_view take_name() {
    const auto begin = at_;
    while (is_name_char(peek())) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  /// The inside of the string that begins here.
  std::string_view take_string() {
    const char quote = peek();
    const auto begin = ++at_;
    while (!at_end() && peek() != quote) at_ += peek() == '\\' ? 2 : 1;
    go(at_);
    const auto inside = text_.substr(begin, at_ - begin);
    go(at_ + 1);
    return inside;
  }
  /// One past the bracket that closes the one here.
  void skip_brackets() {
    std::size_t open = 0;
    while (!at_end()) {
      if (is_quote(peek())) {
        take_string();
        continue;
      }
      const char c = text_[at_++];
      if (opens(c)) ++open;
      if (closes(c) && --open == 0) return;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

using Arguments = std::unordered_map<std::string_view, std::string>;

/// Writes one literal of JavaScript as JSON.
class Literal {
 public:
  Literal(Cursor& cursor, const Arguments& names, std::size_t most)
      : in_(cursor), names_(names), most_(most) {}

  /// Empty if no literal stands there.
  std::string read() {
    do {
      in_.skip_space();
      if (in_.at_end() || !read_token()) return {};
    } while (!open_.empty());
    return std::move(out_);
  }

 private:
  bool read_token() {
    const char c = in_.peek();
    if (c == '{' || c == '[') {
      open_ += c;
      key_ = c == '{';
      copy();
    } else if (c == '}' || c == ']') {
      return close(c);
    } else if (c == ',' || c == ':') {
      if (open_.empty()) return false;
      key_ = c == ',' && open_.back() == '{';
      copy();
    } else if (is_quote(c)) {
      write_string(in_.take_string());
    } else if (key_) {
      const auto name = in_.take_name();
      if (name.empty()) return false;
      append_json_string(out_, name);
    } else {
      return read_word();
    }
    return true;
  }

  void copy() {
    out_ += in_.peek();
    in_.go(in_.at() + 1);
  }

  bool close(char c) {
    if (open_.empty() || (open_.back() == '{') != (c == '}')) return false;
    open_.pop_back();
    if (!out_.empty() && out_.back() == ',') out_.pop_back();
    key_ = false;
    copy();
    return true;
  }

  void write_string(std::string_view inside) {
    out_ += '"';
    for (std::size_t at = 0; at < inside.size();) {
      const char c = inside[at];
      if (c == '\\') {
        at += append_as_json_escape(inside.substr(at), out_);
        continue;
      }
      if (c == '"') out_ += '\\';
      out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      ++at;
    }
    out_ += '"';
  }

  bool read_word() {
    if (in_.take("!0")) return out_ += "true", true;
    if (in_.take("!1")) return out_ += "false", true;
    const char c = in_.peek();
    if (is_digit(c) || c == '-' || c == '.' || c == '+') return read_number();
    const auto name = in_.take_name();
    if (name.empty()) return false;
    if (name == "true" || name == "false" || name == "null") return out_ += name, true;
    if (name == "void") return in_.skip_space(), in_.take_name(), out_ += "null", true;
    if (name == "new") return read_date(), true;
    const auto found = names_.find(name);
    const bool plain = in_.peek() != '(' && in_.peek() != '.' && in_.peek() != '[';
    if (found == names_.end() || !plain || out_.size() + found->second.size() > most_) {
      skip_call();
      out_ += "null";
    } else {
      out_ += found->second;
    }
    return true;
  }

  bool read_number() {
    std::string number;
    while (is_name_char(in_.peek()) || in_.peek() == '.' || in_.peek() == '-' || in_.peek() == '+') {
      number += in_.peek();
      in_.go(in_.at() + 1);
    }
    // ".5" and "1." are numbers of programs, not of JSON.
    const auto digits = number.find_first_not_of('-');
    if (digits != std::string::npos && number[digits] == '.') number.insert(digits, "0");
    const bool known = number.find_first_not_of("0123456789.-+eE") == std::string::npos;
    out_ += known && is_digit(number.back()) && number.front() != '+' ? number : "null";
    return true;
  }

  /// `new Date(1749000000000)`, `new Date("2025-06-03")`
  void read_date() {
    in_.skip_space();
    const bool date = in_.take_name() == "Date" && in_.take("(");
    in_.skip_space();
    if (date && is_quote(in_.peek())) {
      write_string(in_.take_string());
    } else if (date && is_digit(in_.peek())) {
      read_number();
    } else {
      out_ += "null";
      if (!date) return skip_call();
    }
    in_.take(")");
  }

  void skip_call() {
    while (in_.peek() == '(' || in_.peek() == '.' || in_.peek() == '[') {
      if (in_.take(".")) {
        in_.take_name();
      } else {
        in_.skip_brackets();
      }
    }
  }

  Cursor& in_;
  const Arguments& names_;
  std::size_t most_;
  std::string open_;
  bool key_ = false;
  std::string out_;
};

std::vector<std::string_view> read_parameters(Cursor& in) {
  std::vector<std::string_view> names;
  while (names.size() < max_arguments) {
    in.skip_space();
    names.push_back(in.take_name());
    if (!in.take(",")) break;
  }
  return names;
}

/// The values behind the "(" of a call, in the order of the parameters.
Arguments read_arguments(Cursor& in, const std::vector<std::string_view>& parameters, std::size_t most) {
  static const Arguments none;
  Arguments arguments;
  for (const auto name : parameters) {
    std::string value = Literal(in, none, most).read();
    if (value.empty()) break;
    arguments.emplace(name, std::move(value));
    if (!in.take(",")) break;
  }
  return arguments;
}

/// Where the value stands that a function gives back; the end of its body if it gives none.
std::size_t returned_value(Cursor in, std::size_t end) {
  constexpr std::string_view word = "return";
  in.go(in.at() + 1);
  while (in.at() < end) {
    if (is_quote(in.peek())) {
      in.take_string();
    } else if (opens(in.peek())) {
      in.skip_brackets();
    } else if (is_name_char(in.peek())) {
      if (in.take_name() == word) return in.at();
    } else {
      in.go(in.at() + 1);
    }
  }
  return end;
}

}  // namespace

std::string json_of_nuxt_call(std::string_view script) {
  constexpr std::string_view variable = "__NUXT__";
  const auto begin = script.find(variable);
  if (begin == std::string_view::npos) return {};
  Cursor in(script);
  in.go(begin + variable.size());
  if (!in.take("=") || !in.take("(") || !in.take("function") || !in.take("(")) return {};
  const auto parameters = read_parameters(in);
  if (!in.take(")") || !in.take("{")) return {};
  in.go(in.at() - 1);
  Cursor body = in;
  in.skip_brackets();
  body.go(returned_value(body, in.at()));
  in.take(")");
  if (!in.take("(")) return {};
  const std::size_t most = 4 * script.size();
  const Arguments arguments = read_arguments(in, parameters, most);
  return Literal(body, arguments, most).read();
}

}  // namespace pith::embedded
