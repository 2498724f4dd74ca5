#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"

namespace pith {

/// Takes the bytes [begin, end) of the spans' joined text out, and the white space that would stand
/// doubled, before a full stop, or at an end after that.
void erase_text(std::vector<Span>& spans, std::size_t begin, std::size_t end);

/// Keeps only the bytes [begin, end) of the spans' joined text, trimmed.
void keep_text(std::vector<Span>& spans, std::size_t begin, std::size_t end);

/// Joins the spans of the next paragraph to these, with a space between.
void append_spans(std::vector<Span>& spans, std::vector<Span> more);

/// A text in which words can be searched without regard to case, kind of quotes and dashes, and kind
/// of space; positions lead back into the text.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text);
  static std::string fold(std::string_view text);
  /// Where folded words stand, from a position in the original text on; npos if nowhere.
  std::size_t find(std::string_view folded_words, std::size_t from = 0) const;
  /// The end in the original text of words found at `begin`.
  std::size_t end_of(std::size_t begin, std::string_view folded_words) const;

 private:
  std::string folded_;
  std::size_t offset_of(std::size_t folded) const { return offsets_.empty() ? folded : offsets_[folded]; }
  /// The first folded byte that stands at `offset` in the original, or behind it.
  std::size_t folded_from(std::size_t offset) const;

  /// Offset in the original of every folded byte, and one more for the end; empty where they are the same.
  std::vector<std::size_t> offsets_;
};

}  // namespace pith
