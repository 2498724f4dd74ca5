#pragma once

#include "pith/node.hpp"

namespace pith::metadata {

/// Whether classes say of an element that it holds what is not the article's own: readers' comments, related
/// articles. One that is around the headline never does, whatever its classes say.
bool is_beside_article(Node element, Node headline);

/// Whether any element around a node, or the node itself, does, or is a list of others in an <aside>.
bool stands_beside_article(Node node, Node headline);

}  // namespace pith::metadata
