#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pith/page.hpp"

namespace pith {

/// What is read of one sitemap: the limits of the protocol (sitemaps.org/protocol.html, "Sitemap index
/// files").
struct SitemapLimits {
  std::size_t entries = 50'000;
  std::size_t bytes = std::size_t{50} << 20;  ///< uncompressed
};

struct SitemapEntry {
  std::string url;      ///< absolute, http or https
  std::string lastmod;  ///< as written; empty if not given
};

struct SitemapContents {
  /// The entries are sitemaps, not pages.
  bool is_index = false;
  std::vector<SitemapEntry> entries;
  /// What was left out or could not be read, for a person: "ill-formed: read as far as it makes sense", "has
  /// more than 50000 entries: the rest is left out"; empty if nothing.
  std::string problem;
};

/// Reads a sitemap by the protocol of sitemaps.org: XML (`urlset`, `sitemapindex`) or text with a URL a line,
/// also compressed by gzip. What extensions add (pictures, news, videos, languages) is passed over.
/// Ill-formed XML is read as far as it makes sense; no entity is resolved but those of XML itself, and
/// nothing is fetched. A page that is no sitemap has no entries and a problem. Never throws. Safe to call
/// from any number of threads.
SitemapContents read_sitemap(const Page& page, const SitemapLimits& limits = {});

/// Whether a page is a sitemap by its root element, or is text whose first line is a URL. Cheap. RSS and
/// Atom, which the protocol allows as well, are feeds here.
bool looks_like_sitemap(const Page& page);

}  // namespace pith
