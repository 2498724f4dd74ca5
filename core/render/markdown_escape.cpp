#include "core/render/markdown_escape.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace pith {
namespace {

bool is_alnum(UChar32 c) {
  return c > 0 && u_isalnum(c) != 0;
}
bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_alnum(UChar32 c) {
  return c > 0 && c < 0x80 && is_alnum(c);
}
bool ends_word(UChar32 c) {
  return c == ' ' || c == '\n';
}

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// The shortest fence that does not occur in the code: a run of exactly as many ends the span.
std::string fence_of(std::string_view code) {
  return std::string(longest_run(code, '`') + 1, '`');
}

/// Whether what follows an ampersand makes it "&name;" or "&#1;": anything else is an ampersand.
bool may_be_reference(std::string_view rest) {
  constexpr std::size_t kLongestName = 40;
  rest = rest.substr(0, kLongestName);
  if (!rest.empty() && rest.front() == '#') rest.remove_prefix(1);
  const auto end = std::find_if_not(rest.begin(), rest.end(), [](char c) { return is_ascii_alnum(c); });
  return end != rest.begin() && end != rest.end() && *end == ';';
}

}  // namespace

/// Parentheses may be unescaped while balanced, but escaping them always is simpler to get right. A '|'
/// would end the cell of a table. "\&" would do by the book, but some parsers resolve references first.
std::string markdown_destination(std::string_view url) {
  std::string destination;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    if (c == '\\' || c == '(' || c == ')') destination += '\\';
    if (c == '|') {
      destination += "%7C";
    } else if (c == '&' && may_be_reference(url.substr(at + 1))) {
      destination += "&amp;";
    } else {
      destination += c;
    }
  }
  return destination;
}

std::string markdown_code_span(std::string_view code, bool in_cell) {
  std::string written;
  for (const char c : code) {
    if (c == '|' && in_cell) written += '\\';
    written += c == '\n' ? ' ' : c;
  }
  const std::string fence = fence_of(code);
  const bool pad = written.front() == '`' || written.back() == '`';
  const std::string padding = pad ? " " : "";
  return fence + padding + written + padding + fence;
}

MarkdownWriter::MarkdownWriter(const MarkdownGlyphs& glyphs, MarkdownContext context)
    : glyphs_(glyphs), context_(context) {}

std::string MarkdownWriter::take() {
  for (std::size_t at = 0; at < glyphs_.size(); ++at) {
    switch (glyphs_[at].kind) {
      case MarkdownGlyph::Kind::character:
        write_character(at);
        break;
      case MarkdownGlyph::Kind::line_break:
        write_line_break();
        line_ = at + 1;
        break;
      default:
        text_ += glyphs_[at].markup;
    }
  }
  return std::move(text_);
}

void MarkdownWriter::write_line_break() {
  text_ += context_ == MarkdownContext::paragraph ? "\\\n" : " ";
}

void MarkdownWriter::write_character(std::size_t at) {
  const UChar32 c = glyphs_[at].character;
  if (glyphs_[at].as_reference) {
    text_ += "&#" + std::to_string(c) + ';';
    return;
  }
  if (needs_escape(at)) text_ += '\\';
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text_.append(bytes, static_cast<std::size_t>(length));
}

UChar32 MarkdownWriter::character(std::size_t at) const {
  if (at >= glyphs_.size()) return '\n';
  return glyphs_[at].kind == MarkdownGlyph::Kind::character ||
                 glyphs_[at].kind == MarkdownGlyph::Kind::line_break
             ? glyphs_[at].character
             : 0;
}

bool MarkdownWriter::needs_escape(std::size_t at) const {
  switch (glyphs_[at].character) {
    case '\\':
    case '*':
    case '`':
    case '[':
    case ']':
    case '<':
    case '~':  // strikes through in many dialects
      return true;
    case '|':
      return context_ == MarkdownContext::cell;
    case '_':
      return at == 0 || !is_alnum(character(at - 1)) || !is_alnum(character(at + 1));
    case '!':  // before a link it would make a picture
      return at + 1 < glyphs_.size() && character(at + 1) == 0;
    case '&':
      return begins_reference(at);
    case '#':
      if (context_ == MarkdownContext::heading && at + 1 == glyphs_.size()) return true;
      break;
    case '.':
    case ')':
      return ends_item_number(at);
    default:
      break;
  }
  return at == line_ && needs_escape_at_line_start(at);
}

/// Block structure is looked for before inlines: sections 4 and 5 of CommonMark.
bool MarkdownWriter::needs_escape_at_line_start(std::size_t at) const {
  const UChar32 next = character(at + 1);
  switch (glyphs_[at].character) {
    case '#':
      return ends_word(next) || next == '#';
    case '>':
    case '=':
      return true;
    case '-':
    case '+':
      return ends_word(next) || next == '-';
    default:
      return false;
  }
}

/// "1." or "12)" at the start of a line, before a space.
bool MarkdownWriter::ends_item_number(std::size_t at) const {
  if (at == line_ || at - line_ > 9 || !ends_word(character(at + 1))) return false;
  for (std::size_t before = line_; before < at; ++before) {
    if (!is_digit(character(before))) return false;
  }
  return true;
}

bool MarkdownWriter::begins_reference(std::size_t at) const {
  std::string rest;
  constexpr std::size_t kLongestName = 40;
  for (std::size_t next = at + 1; next < glyphs_.size() && rest.size() < kLongestName; ++next) {
    const UChar32 c = character(next);
    if (c <= 0 || c >= 0x80) break;
    rest += static_cast<char>(c);
    if (c == ';') break;
  }
  return may_be_reference(rest);
}

}  // namespace pith
