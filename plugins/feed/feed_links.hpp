#pragma once

#include <string>
#include <string_view>

#include "pith/node.hpp"

namespace feeds {

/// What `reference` means, seen from `base`; without a base only an absolute http or https URL means
/// anything. A URL that was broken over lines is put together.
std::string absolute_url(const std::string& base, std::string_view reference);

/// What references within an element are relative to: its own xml:base, else `outer`.
std::string base_of(pith::Node node, const std::string& outer);

/// Where an item of RSS leads: the address that FeedBurner keeps of a link it has replaced; `link`; else a
/// guid that is a permanent link (which it is unless it says otherwise); else an Atom link. Empty if nowhere
/// on the web.
std::string rss_link(pith::Node item, const std::string& base);

/// Where the first `link` of this relation leads, one to HTML before others.
std::string atom_link(pith::Node parent, const std::string& base, std::string_view relation = "alternate");

/// Where an entry of Atom leads: its alternate link; else its content where that is elsewhere (RFC 4287,
/// section 4.1.3.2); else its id, if that is a URL. Empty if nowhere on the web.
std::string atom_entry_link(pith::Node entry, const std::string& base);

}  // namespace feeds
