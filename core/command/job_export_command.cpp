#include "core/command/job_export_command.hpp"

#include <boost/program_options/value_semantic.hpp>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_options.hpp"
#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/export/article_writer.hpp"
#include "core/export/store_export.hpp"
#include "core/text/quantity.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

std::string date_of(const ParsedOptions& parsed, const std::string& name) {
  if (!parsed.has(name)) return {};
  const auto date = parse_date(parsed.text(name));
  if (!date || date->year == 0) {
    throw UsageError("--" + name + " " + parsed.text(name) + ": a date such as 2025-08-01 is expected");
  }
  return date->rfc3339();
}

}  // namespace

int run_job_export(const std::vector<std::string>& arguments) {
  po::options_description options;
  const auto text = [] { return po::value<std::string>(); };
  options.add_options()("store,s", text(), "")("format,f", text(), "")("output,o", text(), "")(
      "originals-only", "")("plugin", text(), "")("language", text(), "")(
      "kind", po::value<std::vector<std::string>>(), "")("from", text(), "")("until", text(), "")(
      "title", text(), "")("feed-url", text(), "")("csv-text", "")("csv-bom", "");
  const ParsedOptions parsed = parse_options("job export", options, arguments);
  if (parsed.help) return run_help({"job"});
  const std::string format = parsed.has("format") ? parsed.text("format") : "jsonl";
  require_choice("format", format, export_formats());
  if (format == "markdown" && !parsed.has("output")) {
    throw UsageError("--output FOLDER is needed: Markdown is a file for each article");
  }
  ArticleFilter filter;
  filter.plugin = parsed.text("plugin");
  filter.language = parsed.text("language");
  filter.kinds = parsed.texts("kind");
  filter.published_from = date_of(parsed, "from");
  filter.published_until = date_of(parsed, "until");
  filter.originals_only = parsed.has("originals-only");
  const auto store = open_store(store_location(parsed, "export"), StoreUse::read);
  ExportOptions how;
  if (parsed.has("title")) how.title = parsed.text("title");
  how.feed_url = parsed.text("feed-url");
  how.csv_text = parsed.has("csv-text");
  how.csv_bom = parsed.has("csv-bom");
  bool is_whole = true;
  const ExportCounts counts = export_articles(*store, filter, format, parsed.text("output"), how,
                                              [&is_whole](const std::string& warning) {
                                                tell(warning);
                                                is_whole = false;
                                              });
  tell(export_summary(counts));
  return is_whole ? all_well : some_failed;
}

}  // namespace pith
