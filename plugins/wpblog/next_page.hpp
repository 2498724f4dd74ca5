#pragma once

#include "pith/node.hpp"

namespace blog_index {

/// The link among an element and what it holds that leads to the next page of an index; empty if none does.
pith::Node find_next_page(pith::Node element);

}  // namespace blog_index
