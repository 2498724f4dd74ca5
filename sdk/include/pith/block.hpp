#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"
#include "pith/source_range.hpp"

namespace pith {

/// A run of text of one style within a block. Plain values throughout this header; all text is UTF-8
/// with white space collapsed.
struct Span {
  std::string text{};
  bool emphasis = false;     ///< em, i, cite ...
  bool strong = false;       ///< strong, b
  bool code = false;         ///< code, kbd, samp, tt
  bool superscript = false;  ///< sup
  bool subscript = false;    ///< sub
  /// Absolute URL of a link; empty if none.
  std::string href{};
  friend bool operator==(const Span&, const Span&) = default;
};

struct Image {
  std::string url{};  ///< absolute
  std::string alt{};
  int width = 0;   ///< pixels; 0 if not known
  int height = 0;  ///< pixels; 0 if not known
  friend bool operator==(const Image&, const Image&) = default;
};

enum class BlockType { paragraph, heading, list, quote, figure, table, code, embed, divider };
PITH_API std::string_view name_of(BlockType type) noexcept;

struct Block;

struct ListItem {
  /// Usually one paragraph, perhaps followed by nested lists.
  std::vector<Block> blocks;
};

struct TableCell {
  std::vector<Span> spans{};
  bool header = false;
  int columns = 1;  ///< colspan
  int rows = 1;     ///< rowspan
};

struct TableRow {
  std::vector<TableCell> cells;
};

/// One typed piece of an article's body. Which members mean something depends on the type; the others
/// are empty. Blocks nest (quotes hold blocks, list items hold blocks) to at most Limits::block_depth.
struct PITH_API Block {
  BlockType type = BlockType::paragraph;
  /// paragraph, heading: the text. code: one span, line breaks kept. figure, table:
  /// the caption. A formula is code, in TeX where the page has it.
  std::vector<Span> spans{};
  /// heading: 1 to 6.
  int level = 0;
  /// list: numbered or not, and the first number.
  bool ordered = false;
  int start = 1;
  std::vector<ListItem> items;
  /// quote: what is quoted.
  std::vector<Block> children;
  /// table: rows in order.
  std::vector<TableRow> rows;
  /// figure: the pictures (a gallery has several); may be empty when only the caption is known.
  std::vector<Image> images;
  /// figure: who made the picture ("AFP", "Jane Doe/Reuters").
  std::string credit;
  /// code: the language if the page names it. embed: what it is ("youtube", "x", "video", ...).
  std::string label;
  /// embed: where it is.
  std::string url;
  /// Citation marks taken out of the text, in order ("[1][5]" gives 1, 5).
  std::vector<int> citations;
  /// Where it stands in the page.
  SourceRange source;

  /// A paragraph of plain text.
  static Block paragraph(std::string text);
  static Block heading(int level, std::string text);
};

/// The text of the spans, one after another.
PITH_API std::string text_of(const std::vector<Span>& spans);
/// What a reader would read of the block, without markup: list items, a table's caption and rows, quoted
/// blocks and lines of code each on a line of their own, table cells separated by a tab; of a figure its
/// caption and credit ("caption (Photo: credit)" is not made up: caption, then the credit in parentheses); of
/// embeds and dividers nothing.
PITH_API std::string text_of(const Block& block);
/// The texts of all blocks that have one, joined by '\n': the running text, so without figures, whose
/// captions belong to the picture.
PITH_API std::string text_of(const std::vector<Block>& blocks);

}  // namespace pith
