#pragma once

#include "feed_entry.hpp"
#include "pith/page_context.hpp"

namespace feeds {

/// What a feed gives a reader: every entry as a link and as an article, in the feed's order.
pith::Extraction extraction_of(Feed feed, pith::PageContext& context);

/// The section in an article's address: "tech" of /tech/policy/article/123/a-story; empty if there is none.
std::string section_of_url(std::string_view url);

}  // namespace feeds
