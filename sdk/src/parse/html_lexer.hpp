#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// White space of the tokenizer; a carriage return is one because it becomes a line feed on the way in
/// (HTML standard, 13.2.3.5).
constexpr bool is_html_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr bool is_ascii_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr char to_ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// A tag as the tokenizer delimits it (HTML standard, 13.2.5.8 to 13.2.5.40).
struct LexedTag {
  std::size_t end = 0;               ///< one past '>'; npos if the page ends within the tag
  std::size_t name_end = 0;          ///< the name runs from behind '<' or '</' to here
  std::uint32_t attributes = 0;      ///< written attributes, doubles included
  std::size_t surplus = 0;           ///< where the first attribute beyond the limit begins; 0 if none
  bool self_closing = false;         ///< ends in "/>"
  bool leaves_foreign_font = false;  ///< has one of `color`, `face`, `size` (13.2.6.5)
};

/// What stands between the quotes of an attribute's value.
struct QuotedValue {
  std::size_t begin;
  std::size_t end;
};

/// Reads the tag whose name begins at `name` (a letter). `limit` is the number of attributes allowed. Quoted
/// values of those are added to `values`, if it is given.
LexedTag lex_tag(std::string_view html, std::size_t name, std::uint32_t limit,
                 std::vector<QuotedValue>* values = nullptr);

/// A comment's data, and where the comment ends.
struct LexedComment {
  std::size_t data_end;  ///< the data ends here, and "-->" or a faulty variant of it begins
  std::size_t end;       ///< one past the comment; the page's size if it is never closed
};

/// Reads the comment whose data begins at `data`, behind "<!--" (13.2.5.43 to 13.2.5.52).
LexedComment lex_comment(std::string_view html, std::size_t data) noexcept;

/// Where the text of a raw text or RCDATA element ends, that is where its end tag begins (13.2.5.9 to
/// 13.2.5.14); the page's size if nowhere. `name` in lower case.
std::size_t find_raw_text_end(std::string_view html, std::size_t text, std::string_view name) noexcept;

/// The same for script, whose text can be escaped (13.2.5.15 to 13.2.5.31).
std::size_t find_script_end(std::string_view html, std::size_t text) noexcept;

}  // namespace pith
