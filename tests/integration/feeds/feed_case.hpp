#pragma once

#include <string>
#include <vector>

#include "pith/extraction.hpp"

namespace pith {

/// What the plugins that come with Pith make of a feed at https://example.com/feed.
Extraction read_feed(const std::string& bytes, const std::string& content_type = "application/xml");

/// A channel of RSS 2.0 with the link https://example.com/ and these items; `attributes` are those of `rss`.
std::string rss(const std::string& items, const std::string& attributes = {});
/// An item with the title A, the link https://example.com/a, and `parts`.
std::string item(const std::string& parts = {});
/// A feed of Atom 1.0 with the link https://example.com/ and these entries.
std::string atom(const std::string& entries, const std::string& attributes = {});

/// The URLs of its items, in order.
std::vector<std::string> links_of(const Extraction& feed);
/// The titles of its items, in order.
std::vector<std::string> titles_of(const Extraction& feed);
/// The text of its first item.
std::string text_of_first(const Extraction& feed);

}  // namespace pith
