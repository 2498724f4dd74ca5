#pragma once

#include <optional>

#include "pith/block.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The code in a `pre`, lines and indentation as they are, without line numbers that stand in it, and with
/// its language where the markup of a well-known highlighter names one. Nothing if there is none.
std::optional<Block> read_code(Node pre, PageContext& context);

}  // namespace pith
