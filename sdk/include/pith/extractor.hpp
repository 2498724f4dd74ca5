#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"
#include "pith/extraction.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// How much a page looks like the plugin's own, judged by its contents alone.
enum class Claim {
  none,      ///< not mine
  fallback,  ///< I take anything, if nobody else does (the generic extractor)
  shape,     ///< it has the shape of my pages
};

/// How a plugin sees the URL of a page.
enum class UrlClaim {
  none,     ///< not one of my hosts
  host,     ///< my host, but not a kind of page I know
  article,  ///< a page I promise to handle
};

/// What a plugin is to the host: something that can tell its pages and extract them.
///
/// One instance serves all threads, so everything is const and nothing may be kept between pages; what
/// a page needs while it is worked on lives in its PageContext. Whatever is thrown becomes the page's
/// `failed` status with the plugin's name. Most plugins are made with Site (site.hpp).
class PITH_API Extractor {
 public:
  virtual ~Extractor();

  /// What the URL says. `domains` are those of the plugin's header.
  virtual UrlClaim claim_url(std::string_view url, const std::vector<std::string>& domains) const;
  /// What the page says, whatever its URL.
  virtual Claim claim_page(const Page& page, const Document& document) const = 0;
  /// Takes the article out. Fills everything but `plugin`, `removals` and `notices`, which the host
  /// collects from the context.
  virtual Extraction extract(PageContext& context) const = 0;
  /// Its recipes and rules, for people (`pith plugins show`).
  virtual std::string describe() const;
};

}  // namespace pith
