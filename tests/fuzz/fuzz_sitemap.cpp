// Reads anything as a sitemap. Nothing is thrown, every entry is a URL of the web, and limits are kept: with
// room for few the same first ones come out.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/sitemap/sitemap.hpp"
#include "pith/url.hpp"

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pith::Page page;
  page.url = "https://www.example.com/sitemap.xml";
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  const pith::SitemapContents all = pith::read_sitemap(page);
  must(all.entries.size() <= pith::SitemapLimits{}.entries, "more entries than a sitemap may have");
  for (const pith::SitemapEntry& entry : all.entries) {
    must(pith::is_web_url(entry.url), "an entry is no URL of the web");
  }
  pith::looks_like_sitemap(page);

  pith::SitemapLimits few;
  few.entries = 3;
  const pith::SitemapContents some = pith::read_sitemap(page, few);
  must(some.entries.size() <= few.entries, "more entries than there is room for");
  for (std::size_t i = 0; i < some.entries.size(); ++i) {
    must(i < all.entries.size() && some.entries[i].url == all.entries[i].url, "another entry with less room");
  }
  return 0;
}
