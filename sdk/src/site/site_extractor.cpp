#include "site/site_extractor.hpp"

#include <algorithm>
#include <utility>

#include "pith/url.hpp"
#include "site/recipe_run.hpp"

namespace pith {

SiteExtractor::SiteExtractor(SiteRules rules) : rules_(std::move(rules)) {
  if (rules_.recipes.empty()) {
    recipes_.push_back(rules_.common);
    recipes_.back().name = "only";
  }
  for (const Recipe& recipe : rules_.recipes) recipes_.push_back(recipe.with(rules_.common));
}

UrlClaim SiteExtractor::claim_url(std::string_view url, const std::vector<std::string>& domains) const {
  const UrlClaim claim = Extractor::claim_url(url, domains);
  if (claim != UrlClaim::article || rules_.url_patterns.empty()) return claim;
  const std::string path = url_path(url);
  const bool promised = std::any_of(rules_.url_patterns.begin(), rules_.url_patterns.end(),
                                    [&](const std::string& pattern) { return path_matches(path, pattern); });
  return promised ? UrlClaim::article : UrlClaim::host;
}

Claim SiteExtractor::claim_page(const Page& page, const Document& document) const {
  const bool mine =
      std::any_of(rules_.recognised_by.begin(), rules_.recognised_by.end(),
                  [&](const PageCondition& condition) { return condition.holds(page, document); });
  return mine ? Claim::shape : Claim::none;
}

Extraction SiteExtractor::extract(PageContext& context) const {
  // Several recipes can fit one page where a site runs two layouts at once: the first whose expectations
  // hold is the answer, the first that fitted at all is the next best.
  std::optional<Extraction> failed;
  std::string tried;
  for (const Recipe& recipe : recipes_) {
    const auto unmet = std::find_if(
        recipe.conditions.begin(), recipe.conditions.end(),
        [&](const PageCondition& condition) { return !condition.holds(context.page(), context.document()); });
    if (unmet != recipe.conditions.end()) {
      tried += (tried.empty() ? "" : "; ") + recipe.name + " misses " + unmet->describe();
      continue;
    }
    Ledger before = context.ledger();
    Extraction result = RecipeRun(recipe, context).run();
    if (result.status != Status::layout_changed) return result;
    tried += (tried.empty() ? "" : "; ") + recipe.name + ": " + result.reason;
    if (!failed || failed->articles.empty()) failed = std::move(result);
    context.ledger() = std::move(before);
  }
  Extraction result = failed ? std::move(*failed) : Extraction{};
  result.status = Status::layout_changed;
  result.reason = "no recipe fits this page (" + tried + ")";
  return result;
}

std::string SiteExtractor::describe() const {
  return rules_.describe();
}

}  // namespace pith
