#pragma once

#include <string>

#include "core/export/article_identity.hpp"
#include "core/export/article_writer.hpp"
#include "core/export/dated_pieces.hpp"
#include "core/output/output.hpp"

namespace pith {

/// One HTML page to read: contents by month, then the articles, the newest first, those without a date at
/// the end. It is one file without scripts, light or dark as the reader's system is; a policy in it
/// (Content Security Policy) forbids scripts, forms and frames even if something got through. Everything of a
/// page is escaped and all addresses pass through safe_url, as in html.hpp. Pictures are fetched from where
/// they are, without a referrer, when the reader comes near.
class ReadingPage : public ArticleWriter {
 public:
  ReadingPage(const std::string& path, const ExportOptions& options);

  void write(const StoredArticle& article) override;
  void finish() override;
  const ExportCounts& counts() const override { return counts_; }

 private:
  void write_contents();

  Output output_;
  DatedPieces pieces_;  ///< of each article its line in the contents, and the article
  ArticleIdentities identities_;
  std::string title_;
  ExportCounts counts_;
};

}  // namespace pith
