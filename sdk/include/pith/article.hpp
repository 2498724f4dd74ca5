#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"
#include "pith/date_time.hpp"
#include "pith/export.hpp"

namespace pith {

/// How much of the article the page holds.
enum class Completeness {
  full,
  excerpt,  ///< a teaser; the whole is behind the link
  empty,    ///< only the link and title
};
PITH_API std::string_view name_of(Completeness completeness) noexcept;

/// A clean article: metadata and a body of typed blocks. A plain value, independent of the page.
struct Article {
  std::string title;
  std::string subtitle;  ///< standfirst or deck, if the page has one apart from the body
  std::vector<std::string> authors;
  std::optional<DateTime> published;
  std::optional<DateTime> modified;
  std::string language;       ///< BCP 47, e.g. "en", "pt-BR"; empty if not known
  std::string url;            ///< where the whole article is, absolute
  std::string canonical_url;  ///< as the page declares it, else `url` without tracking
  std::string site_name;
  std::string publisher;  ///< of a republished article, if the page names one
  std::string section;
  std::vector<std::string> topics;
  std::string summary;  ///< the page's own description
  std::optional<Image> image;
  std::string licence;
  std::optional<bool> is_accessible_for_free;
  /// The original publisher where the text says that it is republished ("South China Morning Post").
  std::string syndicated_from;
  /// "article", "summary" (written by a machine about another article), "post", or a kind of page_kind.hpp
  /// ...
  std::string kind = "article";
  Completeness completeness = Completeness::full;
  std::vector<Block> body;

  /// Where each value came from: "title" -> "json-ld NewsArticle.headline", "h1", "og:title" ...
  std::map<std::string, std::string> origins;
};

/// A link worth following, with what the page tells of its target.
struct Link {
  std::string url;            ///< absolute
  std::string canonical_url;  ///< without tracking parameters
  std::string title;
  std::vector<std::string> authors;
  std::string summary;
  std::optional<DateTime> published;
  std::string section;
  std::string publisher;
  std::string age;  ///< relative time as written ("3 hours ago")
  std::optional<Image> image;
  /// Why it is here: "item" (of a feed or index), "related", "next_page", "read_more".
  std::string relation;
};

}  // namespace pith
