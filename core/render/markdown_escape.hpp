#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/render/markdown_glyph.hpp"
#include "core/render/markdown_inline.hpp"

namespace pith {

/// A safe URL (safe_url) as a link destination.
std::string markdown_destination(std::string_view url);

/// A code span between as many backticks as it needs.
std::string markdown_code_span(std::string_view code, bool in_cell);

/// Writes glyphs, escaping each character that would mean something where it stands.
class MarkdownWriter {
 public:
  MarkdownWriter(const MarkdownGlyphs& glyphs, MarkdownContext context);
  std::string take();

 private:
  void write_character(std::size_t at);
  void write_line_break();
  bool needs_escape(std::size_t at) const;
  bool needs_escape_at_line_start(std::size_t at) const;
  bool ends_item_number(std::size_t at) const;
  bool begins_reference(std::size_t at) const;
  /// The character of a glyph; '\n' before the first and after the last; 0 for markup.
  UChar32 character(std::size_t at) const;

  const MarkdownGlyphs& glyphs_;
  MarkdownContext context_;
  std::string text_;
  std::size_t line_ = 0;  ///< the glyph that begins the line
};

}  // namespace pith
