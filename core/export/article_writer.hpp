#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/store.hpp"

namespace pith {

struct ExportOptions {
  /// What a page to read and a feed are called.
  std::string title = "Articles";
  /// Where a feed is going to be found; empty: not said in it.
  std::string feed_url;
  /// What the articles are from, for the id of a feed without a URL: with the title it tells it from others.
  std::string origin;
  /// Also articles without any text (Completeness::empty): items of feeds and entries of indexes whose own
  /// page was not fetched, of which no more than title and link is known.
  bool with_empty = false;
  /// CSV: the text of each article as a last column. Spreadsheets take no more than 32,767 characters in a
  /// cell and break longer ones over rows, so it has to be asked for.
  bool csv_text = false;
  /// CSV: a byte order mark, by which Excel knows UTF-8; other programs take it for a part of the first name.
  bool csv_bom = false;
};

struct ExportCounts {
  std::uint64_t articles = 0;
  std::uint64_t files_written = 0;    ///< Markdown: new or changed
  std::uint64_t files_unchanged = 0;  ///< Markdown: the same as before, and not touched
  std::uint64_t without_text = 0;     ///< left out, for they were not asked for
  bool stopped = false;               ///< before all were written: what was there before stays
};

/// Writes stored articles, one after another, into one of the forms in which they leave a store.
///
/// The same articles in the same order give the same bytes. Memory does not grow with the articles, but for
/// 24 bytes of each where they come out in another order than they came ("html", "atom"). One thread uses a
/// writer. A file is there under its name when finish() has returned, and not before; without finish() what
/// was there stays.
class ArticleWriter {
 public:
  virtual ~ArticleWriter() = default;

  /// Throws UnreadableArticle (stored_article_reader.hpp) if what was kept of the article is damaged: nothing
  /// of it is written then, and the next can be. Throws Error, with the file as the place, if it cannot be
  /// written, and OutputClosed (output.hpp); then the writer is of no more use.
  ///
  /// Articles of one page have to come one after another, as Store::for_each_article gives them.
  virtual void write(const StoredArticle& article) = 0;

  /// Writes what is left and puts the file in its place. Throws as write() does.
  virtual void finish() = 0;

  virtual const ExportCounts& counts() const = 0;
};

/// The names that make_article_writer() knows: "jsonl", "markdown", "csv", "html", "atom".
const std::vector<std::string>& export_formats();

/// `target` is a file, or a folder for "markdown", which is made if its parent is there; empty or "-" is
/// standard output. Throws Error: no such format (with the nearest), no file where a folder is needed or the
/// other way round, a target that cannot be made.
std::unique_ptr<ArticleWriter> make_article_writer(std::string_view format, const std::string& target,
                                                   const ExportOptions& options = {});

}  // namespace pith
