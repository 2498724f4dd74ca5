#pragma once

#include <functional>
#include <string>

#include "core/export/article_writer.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Writes the articles of a store that the filter wants, as make_article_writer() does, without those that
/// have no text unless the options want them. An article that was damaged in the store is left out and told
/// to `warn`, one line each. Throws what the store and the writer throw: nothing is in place then. Nor is it
/// if `stop`, asked before each article, says true (of Markdown the files that were complete by then stay);
/// empty: it goes to the end.
ExportCounts export_articles(Store& store, const ArticleFilter& filter, const std::string& format,
                             const std::string& target, const ExportOptions& options,
                             const std::function<void(const std::string&)>& warn,
                             const std::function<bool()>& stop = {});

/// "1,204 articles (12 files written, 1,192 as they were); 3 without any text left out (...)".
std::string export_summary(const ExportCounts& counts);

}  // namespace pith
