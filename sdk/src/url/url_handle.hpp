#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>
#include <string_view>

namespace pith {

struct FreeUrl {
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
/// A URL taken apart by libcurl.
using UrlHandle = std::unique_ptr<CURLU, FreeUrl>;

/// Null if the text is no absolute URL.
UrlHandle parse_url(std::string_view text);

/// `url` becomes what `reference`, which is not empty and no absolute URL, means as seen from it; whether
/// that worked.
bool apply_reference(const UrlHandle& url, const std::string& reference);

/// Empty if the URL has no such part.
std::string url_part(const UrlHandle& url, CURLUPart part, unsigned flags = 0);

/// The whole URL, its host in lower case, without a user and a password, which are taken out of `url`, too.
std::string url_text(const UrlHandle& url, unsigned flags = 0);

/// The scheme of an absolute URL, in lower case; empty if there is none. Looks at the text only.
std::string url_scheme(std::string_view text);

}  // namespace pith
