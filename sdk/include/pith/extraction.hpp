#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/article.hpp"
#include "pith/comments.hpp"
#include "pith/export.hpp"
#include "pith/ledger.hpp"
#include "pith/notice.hpp"

namespace pith {

/// What came of a page. Never lies: less than promised is never `ok`.
enum class Status {
  ok,
  partial,         ///< an article, but something is known to be missing (a limit, cut input)
  paywalled,       ///< the page itself says that the rest is for subscribers
  no_article,      ///< a page without an article, and none was expected
  layout_changed,  ///< the plugin claimed the page but its own expectations failed
  unsupported,     ///< not a kind of input that is understood (a picture, a binary)
  failed,          ///< an error; `reason` tells
};
PITH_API std::string_view name_of(Status status) noexcept;
/// Whether a job counts the page as done well (ok, or no_article where there is none).
PITH_API bool is_success(Status status) noexcept;

/// What a feed or index says about itself.
struct Channel {
  std::string title;
  std::string url;
  std::string summary;
  std::string language;
  std::string copyright;
  std::optional<DateTime> updated;
  std::optional<Image> image;
};

/// The result of one page. A plain value.
struct Extraction {
  Status status = Status::no_article;
  /// One sentence for every status but `ok`.
  std::string reason;
  /// "article", "summary", "index", "feed", "none"; of pages that no site plugin knows one of the kinds in
  /// page_kind.hpp.
  std::string kind = "none";
  /// How good the body is expected to be, 0 to 1: the F1 of its words. Only where it was found by a model's
  /// judgement (main_content.hpp) and not by a site's own rules.
  /// `generic` gives a fixed estimate for bodies out of a page's data.
  std::optional<double> confidence;
  std::string plugin;
  std::string recipe;
  std::vector<Article> articles;
  std::vector<Link> links;
  std::optional<Channel> channel;
  /// What readers wrote. The host fills it where it is asked for.
  std::vector<Comment> comments;
  std::vector<Removal> removals;
  std::vector<Notice> notices;
};

}  // namespace pith
