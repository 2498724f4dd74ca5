#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"

namespace pith::test {

/// Blocks and Markdown both as an outline of the same form, a line per block, so that a difference can
/// be read:
///
///     p: plain {strong}bold{} and {https://a.example/}linked{}
///     ul
///      li
///       p: an item
///
/// White space is collapsed and carries no marks.
std::string outline_of(const std::vector<Block>& blocks);

/// What libcmark reads.
std::string outline_of_commonmark(std::string_view markdown);

/// Text of one block, character by character, with its marks.
class OutlineText {
 public:
  void add(std::string_view text, const Span& marks);
  std::string take();

 private:
  std::string text_;
  std::string space_;
  std::string marks_;
};

}  // namespace pith::test
