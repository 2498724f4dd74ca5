#pragma once

#include <string_view>

#include "feed_entry.hpp"
#include "pith/page.hpp"

namespace feeds {

/// Whether the page is a JSON Feed by its content type or its `version`. Cheap: nothing is parsed.
bool is_json_feed(const pith::Page& page);

/// Reads JSON Feed 1.0 and 1.1. A page that is no JSON gives a feed without entries.
Feed read_json_feed(const pith::Page& page);

}  // namespace feeds
