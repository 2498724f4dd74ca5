#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pith/block.hpp"
#include "pith/date_time.hpp"
#include "pith/export.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// What a reader wrote below an article. A plain value.
struct Comment {
  std::string author;  ///< as the page shows it, a name or an account; empty if not known
  std::optional<DateTime> published;
  /// 0 for a comment on the article, 1 for an answer to it, and so on.
  int depth = 0;
  std::vector<Block> body;
};

/// The readers' comments that stand in the page, in its order; those that a page loads later are not there to
/// be read. Found by schema.org's `Comment` in the markup, by the names that WordPress, Drupal, Blogger,
/// Disqus and their like give to a comment, and where the markup has none in JSON-LD (`comment` of the
/// article). At most 5,000. Reads the page afresh: neither the context's ledger nor its notices change. The
/// posts of a forum are its content and not comments; whoever asks knows what the page is. Time linear in the
/// page.
PITH_API std::vector<Comment> read_comments(const PageContext& context);

}  // namespace pith
