#pragma once

#include <string>
#include <vector>

#include "pith/block.hpp"

namespace pith {

/// What a run of text can be, from the outermost to the innermost when nested. `strong` and `emphasis`
/// change places where that saves marks: a strong word within an emphasised sentence.
enum class Mark { link, strong, emphasis, superscript, subscript, code };

/// A step through the text of a block.
struct InlineEvent {
  enum class Kind { open, close, text };
  Kind kind = Kind::text;
  Mark mark = Mark::link;  ///< open, close
  std::string text{};      ///< text: the words. open and close of a link: the safe URL.
};

/// Spans as properly nested marks, as Markdown and HTML want them. The text is made displayable, white
/// space is collapsed across spans (line breaks stay) and trimmed at both ends of the block; white space
/// where marks begin or end stands outside of them. Links that are not safe to show lose their mark.
std::vector<InlineEvent> inline_events(const std::vector<Span>& spans);

}  // namespace pith
