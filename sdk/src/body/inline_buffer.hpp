#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"

namespace pith {

/// Gathers the text of one block as spans: white space collapsed also across spans, neighbours of the
/// same style joined.
class InlineBuffer {
 public:
  /// Appends text in the style of `style` (its own text is ignored).
  void add(std::string_view text, const Span& style, SourceRange source);
  /// A border inside the block that reads as white space.
  void add_space() { pending_ = Pending::space; }
  bool empty() const noexcept { return spans_.empty(); }
  /// The spans, and the buffer is empty again.
  std::vector<Span> take();
  /// From the first to the last piece of text since the last take().
  SourceRange source() const noexcept { return source_; }

 private:
  std::vector<Span> spans_;
  SourceRange source_;
  /// White space that waits for the text after it. A line break of the source may come to nothing.
  enum class Pending { nothing, line_break, space };
  static Pending kind_of(std::string_view space);
  Pending pending_ = Pending::nothing;
};

}  // namespace pith
