#pragma once

#include <functional>
#include <string_view>

#include "core/sitemap/sitemap.hpp"

namespace pith {

/// Takes an entry with its URL as written; false: no more are wanted.
using TakeSitemapEntry = std::function<bool(SitemapEntry)>;

/// Gives every `url` or `sitemap` element that has a `loc` to `take`. The text must be UTF-8. False if it was
/// ill-formed, or ended too early, before `take` wanted no more.
bool read_sitemap_xml(std::string_view text, const TakeSitemapEntry& take);

}  // namespace pith
