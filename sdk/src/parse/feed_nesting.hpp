#pragma once

#include <string_view>

namespace pith {

/// What is known of how the elements of feeds stand in one another, for feeds whose end tags are missing.
/// Names as written; those with a prefix are of no known format.

/// Whether a document with this root is a feed: rss, rdf:RDF, feed.
bool is_feed_root(std::string_view name);

/// Whether an element is one of many of its kind that never stand in one another: item, entry.
bool is_feed_entry(std::string_view name);

/// Whether an element's text is a URL: link, guid, id.
bool is_feed_address(std::string_view name);

/// Whether `inner` cannot stand in `outer`: an element that a feed, an item or an entry has, in one that only
/// has a text (title, link, guid, dates).
bool ends_feed_text(std::string_view outer, std::string_view inner);

}  // namespace pith
