#include "core/job/job_filter.hpp"

#include <algorithm>

#include "core/text/language_range.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

bool any_matches(const std::vector<std::string>& patterns, std::string_view url) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return path_matches(url, pattern); });
}

}  // namespace

std::string JobFilter::refuses_url(std::string_view url) const {
  if (!include.empty() && !any_matches(include, url)) return "no pattern of filter.include matches the URL";
  if (any_matches(exclude, url)) return "a pattern of filter.exclude matches the URL";
  return {};
}

std::string JobFilter::refuses_date(std::string_view published) const {
  if (published.empty() || (!published_from && !published_until)) return {};
  const auto date = parse_date(published);
  if (!date) return {};
  if (published_from && date->order_key() < published_from->order_key()) {
    return "published before " + published_from->rfc3339();
  }
  if (published_until && date->order_key() >= published_until->order_key()) {
    return "published on or after " + published_until->rfc3339();
  }
  return {};
}

std::string JobFilter::refuses(const ArticleRecord& article) const {
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), article.kind) == kinds.end()) {
    return "of the kind " + article.kind;
  }
  if (!languages.empty() && std::none_of(languages.begin(), languages.end(), [&](const std::string& range) {
        return is_in_language_range(article.language, range);
      })) {
    return article.language.empty() ? "of no known language" : "in the language " + article.language;
  }
  const bool asks_for_date = published_from || published_until;
  if (asks_for_date && !undated && article.published.empty()) return "without a date";
  return refuses_date(article.published);
}

}  // namespace pith
