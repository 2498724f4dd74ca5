#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/page_result.hpp"
#include "pith/date_time.hpp"

namespace pith {

/// Which pages and articles a job wants. An empty list or date wants all.
struct JobFilter {
  /// Patterns of URLs, `*` for any run of characters, matched against the whole URL ("*/article/*").
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::string> languages;       ///< primary subtags or tags: "en", "pt-BR"
  std::vector<std::string> kinds;           ///< Article::kind
  std::optional<DateTime> published_from;   ///< inclusive
  std::optional<DateTime> published_until;  ///< exclusive
  /// Whether articles without a date pass where a date is asked for.
  bool undated = true;

  /// Why the URL is not wanted; empty if it is.
  std::string refuses_url(std::string_view url) const;
  /// Why the article is not wanted; empty if it is.
  std::string refuses(const ArticleRecord& article) const;
  /// The same for a page that is only known from a link: its date, if it has one.
  std::string refuses_date(std::string_view published) const;
};

}  // namespace pith
