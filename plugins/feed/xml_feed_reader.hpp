#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feed_entry.hpp"
#include "pith/document.hpp"

namespace feeds {

/// Whether the document's root is that of a feed: rss, rdf:RDF, feed.
bool is_xml_feed(const pith::Document& document);

/// Reads RSS 2.0, 1.0 and 0.9x, and Atom (RFC 4287). References are resolved against xml:base, else the
/// feed's own link, else `page_url`.
Feed read_xml_feed(const pith::Document& document, std::string_view page_url);

}  // namespace feeds
