#pragma once

#include <optional>

#include "pith/block.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The picture an `img` (or `amp-img`) shows, lazy loading and `srcset` considered; nothing for icons,
/// tracking pixels and pictures whose address the markup does not tell.
std::optional<Image> read_picture(Node image, PageContext& context);

}  // namespace pith
