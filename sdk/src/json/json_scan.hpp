#pragma once

#include <cstddef>
#include <string_view>

namespace pith {

/// Walks over a JSON text byte by byte and tells what belongs to strings.
class JsonStrings {
 public:
  /// Whether `c`, the next byte, is inside a string or one of its quotes.
  bool is_inside(char c) noexcept {
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
  bool in_string() const noexcept { return in_string_; }

 private:
  bool in_string_ = false;
  bool escaped_ = false;
};

/// The length of the comment of JavaScript at `at`; 0 if none begins there.
std::size_t json_comment_length(std::string_view text, std::size_t at) noexcept;

/// The array or object at the beginning of `text`, to the bracket that closes it, or to the end.
std::string_view balanced_json(std::string_view text) noexcept;

}  // namespace pith
