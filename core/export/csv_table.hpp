#pragma once

#include <string>

#include "core/export/article_writer.hpp"
#include "core/output/output.hpp"

namespace pith {

/// A table of the articles as CSV (RFC 4180): UTF-8, commas, a line of names, CRLF. The columns:
///
///     title, authors (joined by "; "), published, modified, url, canonical_url, page_url, host, site,
///     publisher, section, topics (joined by "; "), language, kind, completeness, status, words, summary,
///     syndicated_from, near_copy_of, plugin, source_kind, source, fetched_at, source_place, id
///
/// and `text` if asked for. What is not known is empty. All but `text` is on one line (one_line.hpp). A field
/// that a spreadsheet would take for a formula, since it begins with = + - @, has an apostrophe before it
/// (OWASP, "CSV Injection"): pages name their titles themselves. JSON Lines has everything as it is.
class CsvTable : public ArticleWriter {
 public:
  CsvTable(const std::string& path, const ExportOptions& options);

  void write(const StoredArticle& article) override;
  void finish() override { output_.finish(); }
  const ExportCounts& counts() const override { return counts_; }

 private:
  Output output_;
  bool with_text_;
  ExportCounts counts_;
};

/// A text as a field: guarded against being a formula, and in quotes where it must be.
std::string csv_field(std::string text);

}  // namespace pith
