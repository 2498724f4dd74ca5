#pragma once

#include <unicode/umachine.h>

#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// A character of a Markdown line before it is decided how to write it, or a piece of markup.
struct MarkdownGlyph {
  enum class Kind {
    character,   ///< of the text: to be escaped where it would mean something
    line_break,  ///< of the text
    open,        ///< '*' or '**' that begins a mark
    close,       ///< '*' or '**' that ends one
    markup,      ///< to be written as it is; begins and ends with punctuation
  };
  Kind kind = Kind::character;
  UChar32 character = 0;
  bool as_reference = false;  ///< write the character as "&#...;"
  std::string markup{};
};
using MarkdownGlyphs = std::vector<MarkdownGlyph>;

/// Adds the characters of a valid UTF-8 text.
void add_characters(MarkdownGlyphs& glyphs, std::string_view text);

/// Puts `markup` where a mark begins right after another has ended: "*a*" and "**b**" would run together.
void part_neighbours(MarkdownGlyphs& glyphs, const std::string& markup);

/// Puts `markup` between marks that begin or end together, so that no run of '*' is longer than two.
void part_nested(MarkdownGlyphs& glyphs, const std::string& markup);

/// Sets `as_reference` wherever the marks would not be read as marks otherwise: a mark that begins has to
/// be left-flanking, one that ends right-flanking (section 6.2 of CommonMark).
void make_marks_flanking(MarkdownGlyphs& glyphs);

/// Whether a parser has to guess: some mark could both begin and end where it stands, and some marks
/// begin or end together. (With '*' and '**' alone the rule of multiples of three keeps them apart.)
bool are_marks_ambiguous(const MarkdownGlyphs& glyphs);

}  // namespace pith
