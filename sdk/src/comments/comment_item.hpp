#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pith/document.hpp"
#include "pith/node.hpp"

namespace pith::comments {

/// The element of one comment, with the answers to it where they stand inside.
struct CommentItem {
  Node element;
  /// The item around it, by its place in the list.
  std::optional<std::size_t> parent;
};

/// The elements that are a comment each, in document order.
std::vector<CommentItem> comment_items(const Document& document);

/// The innermost item that a row stands in.
std::optional<std::size_t> item_around(const std::vector<CommentItem>& items, Node node);

}  // namespace pith::comments
