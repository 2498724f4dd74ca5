#pragma once

#include <optional>
#include <string>

#include "pith/block.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The picture an `img` (or `amp-img`) shows, lazy loading and `srcset` considered; nothing for icons,
/// tracking pixels and pictures whose address the markup does not tell.
std::optional<Image> read_picture(Node image, PageContext& context);

/// Something of another site that is shown in the page (a video, a post), as an embed block; nothing if it
/// has no address or is no content (an advertisement frame).
std::optional<Block> read_embed(Node element, PageContext& context);

}  // namespace pith
