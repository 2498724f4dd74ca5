#pragma once

#include <string>

#include "pith/node.hpp"

namespace pith::metadata {

/// The words of a headline without what stands in its element beside them: the label of a thread, the
/// sign that links to the heading itself, text for screen readers.
std::string heading_text(Node heading);

/// Whether an element is a link in a heading to the heading itself: "¶", "#", "Permalink".
bool is_permalink(Node element);

}  // namespace pith::metadata
