#pragma once

#include <cstdint>
#include <string>

#include "core/export/article_identity.hpp"
#include "core/export/article_writer.hpp"
#include "core/export/dated_pieces.hpp"
#include "core/output/output.hpp"

namespace pith {

/// A feed of the articles (Atom, RFC 4287), the last updated first. Of each:
///
/// * `id`: a UUID made of what the page is known by (article_identity.hpp). The canonical URL would not do: a
///   teaser and the article itself have the same, and a feed reader would show one of them.
/// * `title`: the title, else the first words.
/// * `updated`: modified, else published, else when it was fetched, else 1970-01-01T00:00:00Z; `published` if
///   that is known. A date without a time is midnight, a time without a zone UTC: the form has no others.
/// * `author`: all that are named, else the site, its publisher or its host, else "Unknown": one is needed.
/// * `link`: the article, where its address is safe to follow. `category`: section and topics. `summary`,
///   `rights`: what the page says.
/// * `content`: the body as HTML (html.hpp), within a `div` where it is written from the right.
///
/// The feed's own `id` is a UUID made of its URL, else of where the articles are from and its title. Its
/// `updated` is that of its first entry, so equal articles from one place give equal bytes.
class AtomFeed : public ArticleWriter {
 public:
  AtomFeed(const std::string& path, const ExportOptions& options);

  void write(const StoredArticle& article) override;
  void finish() override;
  const ExportCounts& counts() const override { return counts_; }

 private:
  Output output_;
  DatedPieces pieces_;  ///< of each entry its `updated`, and the entry
  ArticleIdentities identities_;
  std::string title_;
  std::string url_;
  std::string origin_;
  ExportCounts counts_;
};

}  // namespace pith
