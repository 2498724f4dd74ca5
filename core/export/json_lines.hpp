#pragma once

#include <string>

#include "core/export/article_writer.hpp"
#include "core/output/output.hpp"

namespace pith {

/// The version of what a line holds, written into every one.
inline constexpr std::string_view kArticleSchema = "pith-article/1";

/// JSON Lines: an object a line, UTF-8, '\n' after each. First what the job knows:
///
///     schema        "pith-article/1"
///     page_url      where the page was; null for a local page without a URL
///     host          of it; null if there is none
///     ordinal       which article of its page it is, from 0
///     source        {"kind": "feed", "location": "https://..."}: what the page came from
///     fetched_at    RFC 3339, UTC; null if not known
///     plugin        that took the article out of its page; null if none
///     status        of the page: "ok", "partial", "paywalled" ...
///     words         of the body
///     near_copy_of  the URL of the article that this one is a near-copy of, else what its page is known by;
///                   null if it is none
///
/// then the article: the members of one of `articles` in the schema pith-extraction/1. All of them are always
/// there. None of the names above will come to mean something else there.
class JsonLines : public ArticleWriter {
 public:
  explicit JsonLines(const std::string& path) : output_(path) {}

  void write(const StoredArticle& article) override;
  void finish() override { output_.finish(); }
  const ExportCounts& counts() const override { return counts_; }

 private:
  Output output_;
  ExportCounts counts_;
};

}  // namespace pith
