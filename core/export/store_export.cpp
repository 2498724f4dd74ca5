#include "core/export/store_export.hpp"

#include "core/export/stored_article_reader.hpp"
#include "core/text/quantity.hpp"

namespace pith {

ExportCounts export_articles(Store& store, const ArticleFilter& filter, const std::string& format,
                             const std::string& target, const ExportOptions& options,
                             const std::function<void(const std::string&)>& warn,
                             const std::function<bool()>& stop) {
  const auto writer = make_article_writer(format, target, options);
  bool stopped = false;
  store.for_each_article(filter, [&](const StoredArticle& article) {
    stopped = stop && stop();
    if (stopped) return false;
    try {
      writer->write(article);
    } catch (const UnreadableArticle& error) {
      warn(std::string("left out: ") + error.what());
    }
    return true;
  });
  if (!stopped) writer->finish();
  ExportCounts counts = writer->counts();
  counts.stopped = stopped;
  return counts;
}

std::string export_summary(const ExportCounts& counts) {
  std::string text = grouped(counts.articles) + (counts.articles == 1 ? " article" : " articles");
  if (counts.files_written + counts.files_unchanged > 0) {
    text += " (" + grouped(counts.files_written) + " files written, " + grouped(counts.files_unchanged) +
            " as they were)";
  }
  return text;
}

}  // namespace pith
