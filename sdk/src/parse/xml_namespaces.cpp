#include "parse/xml_namespaces.hpp"

#include <array>

namespace pith {
namespace {

// Without scheme and final slash.
constexpr std::array known = {
    KnownNamespace{"www.w3.org/2005/Atom", "atom", true},
    KnownNamespace{"purl.org/atom/ns#", "atom", true},
    KnownNamespace{"purl.org/rss/1.0", "", true},
    KnownNamespace{"my.netscape.com/rdf/simple/0.9", "", true},
    KnownNamespace{"backend.userland.com/rss2", "", true},
    KnownNamespace{"www.sitemaps.org/schemas/sitemap/0.9", "", true},
    KnownNamespace{"www.google.com/schemas/sitemap/0.84", "", true},
    KnownNamespace{"www.w3.org/1999/xhtml", "", true},
    KnownNamespace{"www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    KnownNamespace{"search.yahoo.com/mrss", "media"},
    KnownNamespace{"www.rssboard.org/media-rss", "media"},
    KnownNamespace{"purl.org/dc/elements/1.1", "dc"},
    KnownNamespace{"purl.org/dc/terms", "dcterms"},
    KnownNamespace{"purl.org/rss/1.0/modules/content", "content"},
    KnownNamespace{"purl.org/rss/1.0/modules/syndication", "sy"},
    KnownNamespace{"purl.org/rss/1.0/modules/slash", "slash"},
    KnownNamespace{"purl.org/syndication/thread/1.0", "thr"},
    KnownNamespace{"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    KnownNamespace{"www.georss.org/georss", "georss"},
    KnownNamespace{"www.w3.org/2003/01/geo/wgs84_pos#", "geo"},
    KnownNamespace{"wellformedweb.org/CommentAPI", "wfw"},
    KnownNamespace{"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    KnownNamespace{"backend.userland.com/creativeCommonsRssModule", "creativecommons"},
    KnownNamespace{"www.google.com/schemas/sitemap-news/0.9", "news"},
    KnownNamespace{"www.google.com/schemas/sitemap-image/1.1", "image"},
    KnownNamespace{"www.google.com/schemas/sitemap-video/1.1", "video"},
    KnownNamespace{"www.w3.org/XML/1998/namespace", "xml"},
    KnownNamespace{"www.w3.org/1999/xlink", "xlink"},
};

}  // namespace

const KnownNamespace* find_namespace(std::string_view uri) noexcept {
  if (const auto scheme = uri.find("://"); scheme != std::string_view::npos) uri.remove_prefix(scheme + 3);
  if (uri.ends_with('/')) uri.remove_suffix(1);
  for (const KnownNamespace& entry : known) {
    if (entry.uri == uri) return &entry;
  }
  return nullptr;
}

}  // namespace pith
