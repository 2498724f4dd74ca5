#include "pith/extractor.hpp"

#include <algorithm>

#include "pith/url.hpp"

namespace pith {

Extractor::~Extractor() = default;

UrlClaim Extractor::claim_url(std::string_view url, const std::vector<std::string>& domains) const {
  const std::string host = url_host(url);
  if (host.empty()) return UrlClaim::none;
  const bool mine = std::any_of(domains.begin(), domains.end(),
                                [&](const std::string& domain) { return host_matches(host, domain); });
  return mine ? UrlClaim::article : UrlClaim::none;
}

std::string Extractor::describe() const {
  return {};
}

}  // namespace pith
