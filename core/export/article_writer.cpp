#include "core/export/article_writer.hpp"

#include "core/export/atom_feed.hpp"
#include "core/export/csv_table.hpp"
#include "core/export/json_lines.hpp"
#include "core/export/markdown_files.hpp"
#include "core/export/reading_page.hpp"
#include "core/text/did_you_mean.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

std::string one_of_all() {
  std::string names = "formats are ";
  for (const std::string& name : export_formats()) {
    if (&name != export_formats().data()) names += &name == &export_formats().back() ? " and " : ", ";
    names += name;
  }
  return names;
}

}  // namespace

const std::vector<std::string>& export_formats() {
  static const std::vector<std::string> names{"jsonl", "markdown", "csv", "html", "atom"};
  return names;
}

std::unique_ptr<ArticleWriter> make_article_writer(std::string_view format, const std::string& target,
                                                   const ExportOptions& options) {
  const std::string path = target == "-" ? std::string() : target;
  if (format == "jsonl") return std::make_unique<JsonLines>(path);
  if (format == "markdown") return std::make_unique<MarkdownFiles>(path);
  if (format == "csv") return std::make_unique<CsvTable>(path, options);
  if (format == "html") return std::make_unique<ReadingPage>(path, options);
  if (format == "atom") return std::make_unique<AtomFeed>(path, options);
  const std::string name(format);
  throw Error("no format named '" + name + "'" + did_you_mean(name, export_formats()), {}, one_of_all());
}

}  // namespace pith
