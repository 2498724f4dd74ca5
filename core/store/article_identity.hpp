#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/extract/page_result.hpp"
#include "core/store/store.hpp"

namespace pith {

/// What of an article decides whether it is shown, or is there already from elsewhere.
struct ArticleClaim {
  std::string identity;      ///< the URL that tells one article from another
  std::int64_t variant = 0;  ///< of several whole articles of one URL; 0: an excerpt, or only a title
  bool sole = false;         ///< the only article of a page that is no list of articles
  bool excerpt = false;      ///< of those of variant 0: it has some text at least
  std::string page_key;
  std::uint32_t ordinal = 0;
};

/// Where a page is from, as its articles' identity depends on it.
struct ClaimingPage {
  std::string key;
  std::string address;  ///< its URL after redirects; empty if it has none
  PageRole role = PageRole::article;
};

/// The claims of a page's articles: a matter of this page alone. The rule is told in store.hpp ("Once in
/// effect").
std::vector<ArticleClaim> claims_of(const ClaimingPage& page, const PageResult& result);

/// Which articles of one identity are shown: a matter of the claims alone, in whatever order they come. To
/// those that are shown already others can be added by calling this with both.
std::vector<bool> shown_of(const std::vector<ArticleClaim>& claims);

}  // namespace pith
