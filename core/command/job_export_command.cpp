#include "core/command/job_export_command.hpp"

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_options.hpp"
#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/export/article_writer.hpp"
#include "core/export/export_format.hpp"
#include "core/export/store_export.hpp"
#include "core/job/language_check.hpp"
#include "core/job/value_check.hpp"
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

bool has_any(Store& store, const ArticleFilter& filter) {
  bool any = false;
  store.for_each_article(filter, [&any](const StoredArticle&) {
    any = true;
    return false;
  });
  return any;
}

/// A kind that is none is a slip, unless a plugin of somebody's own has given it.
void require_kind(Store& store, const std::string& kind) {
  const std::string problem = kind_problem(kind);
  if (problem.empty()) return;
  ArticleFilter filter;
  filter.kinds = {kind};
  if (!has_any(store, filter)) throw UsageError("--kind " + in_quotes(kind) + " " + problem);
}

/// Words that no article has: nothing else would tell a slip from a store without such articles.
void tell_unknown_words(Store& store, const ArticleFilter& filter) {
  std::vector<std::pair<std::string, ArticleFilter>> words;
  for (const std::string& kind : filter.kinds) {
    words.emplace_back("is of the kind " + in_quotes(kind), ArticleFilter());
    words.back().second.kinds = {kind};
  }
  if (!filter.plugin.empty()) {
    words.emplace_back("is of the plugin " + in_quotes(filter.plugin), ArticleFilter());
    words.back().second.plugin = filter.plugin;
  }
  if (!filter.language.empty()) {
    words.emplace_back("has the language " + in_quotes(filter.language), ArticleFilter());
    words.back().second.language = filter.language;
  }
  for (const auto& [what, only] : words) {
    if (!has_any(store, only)) tell("no article in the store " + what);
  }
}

std::string language_of(const ParsedOptions& parsed) {
  std::string language = parsed.text("language");
  if (language.empty()) return {};
  if (const std::string problem = language_problem(language); !problem.empty())
    throw UsageError("--language " + in_quotes(language) + " " + problem);
  return language;
}

ArticleFilter filter_of(const ParsedOptions& parsed) {
  ArticleFilter filter;
  filter.plugin = parsed.text("plugin");
  filter.language = language_of(parsed);
  filter.kinds = parsed.texts("kind");
  filter.published_from = date_of(parsed, "from");
  filter.published_until = date_of(parsed, "until");
  filter.originals_only = parsed.has("originals-only");
  if (parsed.has("from") && parsed.has("until") &&
      parse_date(filter.published_from)->order_key() >= parse_date(filter.published_until)->order_key()) {
    throw UsageError("nothing is published from " + filter.published_from + " on and before " +
                     filter.published_until + ": --until has to be the later one");
  }
  return filter;
}

ExportOptions export_options_of(const ParsedOptions& parsed) {
  ExportOptions how;
  if (parsed.has("title")) how.title = parsed.text("title");
  how.feed_url = parsed.text("feed-url");
  if (const std::string problem = how.feed_url.empty() ? "" : url_problem(how.feed_url); !problem.empty())
    throw UsageError("--feed-url " + in_quotes(how.feed_url) + " " + problem);
  how.with_empty = parsed.has("with-empty");
  how.csv_text = parsed.has("csv-text");
  how.csv_bom = parsed.has("csv-bom");
  return how;
}

/// As asked for, else as the output's name tells it, else JSON Lines.
std::string format_of(const ParsedOptions& parsed) {
  if (parsed.has("format")) return parsed.text("format");
  const std::string format = export_format_of(parsed.text("output"));
  return format.empty() ? "jsonl" : format;
}

void require_other_file(const std::string& store, const std::string& output) {
  std::error_code none;
  if (std::filesystem::equivalent(store, output, none)) {
    throw UsageError("--output " + in_quotes(output) + " would overwrite the store");
  }
}

}  // namespace

int run_job_export(const std::vector<std::string>& arguments) {
  po::options_description options;
  const auto text = [] { return po::value<std::string>(); };
  options.add_options()("store,s", text(), "")("format,f", text(), "")("output,o", text(), "")(
      "originals-only", "")("with-empty", "")("plugin", text(), "")("language", text(), "")(
      "kind", po::value<std::vector<std::string>>(), "")("from", text(), "")("until", text(), "")(
      "title", text(), "")("feed-url", text(), "")("csv-text", "")("csv-bom", "");
  const ParsedOptions parsed = parse_options("job export", options, arguments);
  if (parsed.help) return run_help({"job"});
  const std::string format = format_of(parsed);
  require_choice("format", format, export_formats());
  if (format == "markdown" && !parsed.has("output")) {
    throw UsageError("--output FOLDER is needed: Markdown is a file for each article");
  }
  const ArticleFilter filter = filter_of(parsed);
  const ExportOptions how = export_options_of(parsed);
  const std::string location = store_location(parsed, "export");
  require_other_file(location, parsed.text("output"));
  const auto store = open_store(location, StoreUse::read);
  for (const std::string& kind : filter.kinds) require_kind(*store, kind);
  tell_unknown_words(*store, filter);
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
