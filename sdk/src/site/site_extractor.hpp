#pragma once

#include <string>
#include <vector>

#include "pith/extractor.hpp"
#include "site/site_rules.hpp"

namespace pith {

/// Follows the rules of a Site. Immutable.
class SiteExtractor : public Extractor {
 public:
  explicit SiteExtractor(SiteRules rules);

  UrlClaim claim_url(std::string_view url, const std::vector<std::string>& domains) const override;
  Claim claim_page(const Page& page, const Document& document) const override;
  Extraction extract(PageContext& context) const override;
  std::string describe() const override;

 private:
  SiteRules rules_;
  /// Each with what all have in common.
  std::vector<Recipe> recipes_;
};

}  // namespace pith
