#include "core/store/article_identity.hpp"

#include <xxhash.h>

#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// The host without what only says for whom a page is laid out.
std::string_view site_of(std::string_view host) {
  for (const std::string_view prefix : {"www.", "m.", "mobile.", "amp."}) {
    if (host.starts_with(prefix)) return host.substr(prefix.size());
  }
  return host;
}

bool lies_below(std::string_view host, std::string_view site) {
  return host == site || (host.size() > site.size() && host.ends_with(site) &&
                          host[host.size() - site.size() - 1] == '.' && site.find('.') != site.npos);
}

/// Whether two addresses are of one site, so that one may speak for the other.
bool of_one_site(const std::string& a, const std::string& b) {
  const std::string host_a = url_host(a);
  const std::string host_b = url_host(b);
  return lies_below(site_of(host_a), site_of(host_b)) || lies_below(site_of(host_b), site_of(host_a));
}

std::string identity_of(const ClaimingPage& page, const ArticleRecord& article, bool sole) {
  std::string claimed = canonical_url(article.canonical_url.empty() ? article.url : article.canonical_url);
  std::string own = page.address.empty() ? page.key : canonical_url(page.address);
  if (claimed.empty()) return own.empty() ? page.key : own;
  // A page that names another site's page as its canonical one is that article on another site: what is known
  // of both is for near-copies to say.
  if (sole && !page.address.empty() && !of_one_site(claimed, page.address)) return own;
  return claimed;
}

/// Never 0. Case, space and the kind of quotes do not make another article.
std::int64_t variant_of(const std::string& title, std::uint32_t occurrence) {
  const std::string key = comparison_key(title) + '\n' + std::to_string(occurrence);
  const auto hash = static_cast<std::int64_t>(XXH3_64bits(key.data(), key.size()));
  return hash != 0 ? hash : 1;
}

bool goes_before(const ArticleClaim& a, const ArticleClaim& b) {
  const auto rank = [](const ArticleClaim& claim) {
    return std::make_tuple(!claim.excerpt, claim.page_key != claim.identity, !claim.sole,
                           std::string_view(claim.page_key), claim.ordinal);
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<ArticleClaim> claims_of(const ClaimingPage& page, const PageResult& result) {
  const bool list = page.role != PageRole::article || result.kind == "index" || result.kind == "feed";
  const bool sole = result.articles.size() == 1 && !list;
  std::map<std::pair<std::string, std::string>, std::uint32_t> occurrences;
  std::vector<ArticleClaim> claims;
  claims.reserve(result.articles.size());
  for (const ArticleRecord& article : result.articles) {
    ArticleClaim claim;
    claim.identity = identity_of(page, article, sole);
    claim.sole = sole;
    claim.excerpt = article.completeness == "excerpt";
    claim.page_key = page.key;
    claim.ordinal = static_cast<std::uint32_t>(claims.size());
    if (article.completeness == "full") {
      claim.variant = variant_of(article.title, occurrences[{claim.identity, article.title}]++);
    }
    claims.push_back(std::move(claim));
  }
  return claims;
}

std::vector<bool> shown_of(const std::vector<ArticleClaim>& claims) {
  std::map<std::int64_t, std::size_t> best;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto [found, added] = best.try_emplace(claims[i].variant, i);
    if (!added && goes_before(claims[i], claims[found->second])) found->second = i;
  }
  if (best.size() > 1) best.erase(0);  // a whole article is known
  std::vector<bool> shown(claims.size(), false);
  for (const auto& [variant, claim] : best) shown[claim] = true;
  return shown;
}

}  // namespace pith
