#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pith/source_place.hpp"

namespace pith {

/// Reads the tokens of selectors (CSS Syntax 3, section 4.3) off a text.
class SelectorScanner {
 public:
  SelectorScanner(std::string_view text, SourcePlace place) : text_(text), place_(place) {}

  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void advance(std::size_t bytes = 1) { at_ += bytes; }
  bool take(char c);
  /// White space and comments. Whether there was white space: a comment alone separates nothing.
  bool skip_space();
  void skip_comments();
  std::size_t position() const { return at_; }

  bool starts_identifier() const;
  /// `what` is named in the error if there is none.
  std::string identifier(const char* what);
  std::string quoted();
  /// The an+b notation (section 6).
  void an_plus_b(int& a, int& b);

  [[noreturn]] void fail(const std::string& problem) const { fail_at(at_, problem); }
  [[noreturn]] void fail_at(std::size_t position, const std::string& problem) const;
  /// Names the next character as what is wrong.
  [[noreturn]] void fail_unexpected() const;

 private:
  std::string name_characters();
  std::string escape();
  bool starts_escape(std::size_t ahead) const;
  int integer();

  std::string_view text_;
  SourcePlace place_;
  std::size_t at_ = 0;
};

}  // namespace pith
