#pragma once

#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// URLs by libcurl's URL interface. Every function gives an empty string where there is no answer.

/// `reference` as seen from `base` (RFC 3986, section 5), host in lower case, spaces and letters beyond
/// ASCII percent-encoded. References of other schemes than http, https and file (mailto, javascript, data)
/// come back as written: whether a URL is safe to show or fetch is another question (is_web_url). A user and
/// a password before the host are left out: they are nobody's business, or pretend to be a host.
/// Surrounding white space is ignored. Cheap when asked again and again with the same base.
PITH_API std::string resolve_url(std::string_view base, std::string_view reference);

/// Whether it is an absolute http or https URL with a host.
PITH_API bool is_web_url(std::string_view url);

/// The host in lower case, without port; empty if none.
PITH_API std::string url_host(std::string_view url);
/// The path, percent-encoding as written; "/" if empty.
PITH_API std::string url_path(std::string_view url);

/// The URL without fragment and without parameters that only track the reader (utm_*, fbclid, gclid,
/// ...), scheme and host in lower case, default port, user and password left out.
PITH_API std::string canonical_url(std::string_view url);

/// Whether `host` is `pattern`, or, for "*.example.com", example.com or a host below it.
PITH_API bool host_matches(std::string_view host, std::string_view pattern);

/// Whether `path` matches a pattern in which `*` stands for any run of characters.
PITH_API bool path_matches(std::string_view path, std::string_view pattern);

}  // namespace pith
