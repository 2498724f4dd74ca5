#include "core/export/store_export.hpp"

#include "core/export/stored_article_reader.hpp"
#include "core/text/quantity.hpp"
#include "pith/article.hpp"

namespace pith {

ExportCounts export_articles(Store& store, const ArticleFilter& filter, const std::string& format,
                             const std::string& target, const ExportOptions& options,
                             const std::function<void(const std::string&)>& warn,
                             const std::function<bool()>& stop) {
  ExportOptions with_origin = options;
  with_origin.origin = store.identity();
  const auto writer = make_article_writer(format, target, with_origin);
  bool stopped = false;
  std::uint64_t without_text = 0;
  store.for_each_article(filter, [&](const StoredArticle& article) {
    stopped = stop && stop();
    if (stopped) return false;
    if (!options.with_empty && article.article.completeness == name_of(Completeness::empty)) {
      ++without_text;
      return true;
    }
    try {
      writer->write(article);
    } catch (const UnreadableArticle& error) {
      warn(std::string("left out: ") + error.what());
    }
    return true;
  });
  if (!stopped) writer->finish();
  ExportCounts counts = writer->counts();
  counts.without_text = without_text;
  counts.stopped = stopped;
  return counts;
}

std::string export_summary(const ExportCounts& counts) {
  std::string text = grouped(counts.articles) + (counts.articles == 1 ? " article" : " articles");
  if (counts.files_written + counts.files_unchanged > 0) {
    text += " (" + grouped(counts.files_written) + " files written, " + grouped(counts.files_unchanged) +
            " as they were)";
  }
  if (counts.without_text > 0) {
    text += "; " + grouped(counts.without_text) +
            " without any text left out (--with-empty, or with_empty in a job file, takes them in)";
  }
  return text;
}

}  // namespace pith
