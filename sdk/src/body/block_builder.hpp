#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "body/inline_buffer.hpp"
#include "pith/block.hpp"

namespace pith {

/// What is being gathered. Each has a buffer of its own.
enum class Gathering { body, quote, list, item, heading, figure, credit, table, caption, row, cell };

/// Builds nested blocks out of a stream of openings, text and closings. Knows nothing of elements.
class BlockBuilder {
 public:
  BlockBuilder() { open(Gathering::body, Block{}); }

  void open(Gathering what, Block block);
  void close();
  Gathering current() const { return frames_.back().what; }
  /// How many of the open frames nest blocks (quotes, lists, items).
  std::uint32_t depth() const { return depth_; }

  void add_text(std::string_view text, const Span& style, SourceRange source) {
    frames_.back().buffer.add(text, style, source);
  }
  /// The border of a block: what was gathered becomes a paragraph, where paragraphs can be.
  void border();
  /// A finished block (an embed, code, a divider) at this place.
  void add(Block block);
  /// A picture; one that stands in the middle of a paragraph comes after it.
  void add_picture(Image image, SourceRange source);

  /// All blocks; closes what is open.
  std::vector<Block> finish();

 private:
  struct Frame {
    Gathering what;
    Block block;
    std::vector<Block> blocks;
    InlineBuffer buffer;
    std::vector<Block> waiting;
  };
  bool holds_blocks(Gathering what) const {
    return what == Gathering::body || what == Gathering::quote || what == Gathering::item ||
           what == Gathering::list;
  }
  void put(Frame& frame, Block block);
  void close_into(Frame closed, Frame& parent);

  std::vector<Frame> frames_;
  std::uint32_t depth_ = 0;
};

}  // namespace pith
