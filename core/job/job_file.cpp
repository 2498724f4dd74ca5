#include "core/job/job_file.hpp"

#include <filesystem>

#include "core/export/article_writer.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/input/read_file.hpp"
#include "core/job/language_check.hpp"
#include "core/job/value_check.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds one_day{86'400'000};

/// Everything that is read from one file.
class JobFileReader {
 public:
  JobFileReader(const std::string& path, TomlProblems& problems) : path_(path), problems_(problems) {}

  JobPlan read(const toml::table& root) {
    TomlReader reader(root, "", path_, problems_);
    plan_.file = path_;
    if (const auto store = reader.text("store")) plan_.store = beside(*store);
    remember(reader, "", "store");
    read_sources(reader);
    if (const auto* table = reader.table("fetch")) read_fetch(*table);
    if (const auto* table = reader.table("extract")) read_extract(*table);
    if (const auto* table = reader.table("filter")) read_filter(*table);
    read_outputs(reader);
    if (const auto* table = reader.table("log")) read_log(*table);
    if (const auto* table = reader.table("metrics")) read_metrics(*table);
    return std::move(plan_);
  }

 private:
  /// A path as seen from the job file; URLs, "-" and absolute paths stay.
  std::string beside(const std::string& location) const {
    if (location.empty() || location == "-" || looks_like_url(location)) return location;
    const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
    return (folder / location).lexically_normal().string();
  }

  TomlReader reader_of(const toml::table& table, const char* name) { return {table, name, path_, problems_}; }

  /// Where a value stands, for what is found out later.
  void remember(const TomlReader& reader, const std::string& table, const std::string& key) {
    if (reader.has(key)) plan_.places[table + key] = reader.place_of(key);
  }

  void read_sources(TomlReader& root) {
    for (const toml::table* table : root.tables("source")) {
      TomlReader reader = reader_of(*table, "source.");
      std::string kinds;
      const auto follow = reader.flag("follow");
      for (const std::string& kind : source_kinds()) {
        if (!reader.has(kind)) {
          reader.texts(kind);
          continue;
        }
        kinds += (kinds.empty() ? "" : " and ") + kind;
        read_locations(reader, kind, follow.value_or(true));
      }
      if (kinds.empty() || kinds.find(' ') != std::string::npos) {
        reader.fail("",
                    "a source names one of feed, sitemap, url, urls, folder, warc, jsonl; this one names " +
                        (kinds.empty() ? "none" : kinds));
      } else if (reader.has("follow") && kinds != "feed") {
        reader.fail("follow", "'source.follow' belongs to feeds, and this source is of the kind " + kinds);
      }
    }
  }

  void read_locations(TomlReader& reader, const std::string& kind, bool follow) {
    const auto locations = reader.texts(kind);
    if (!locations) return;
    if (locations->empty()) reader.fail(kind, "'source." + kind + "' is an empty list");
    for (std::size_t i = 0; i < locations->size(); ++i) {
      const std::string& location = (*locations)[i];
      plan_.sources.push_back(
          {kind, is_fetched(kind) ? location : beside(location), follow, reader.place_of(kind, i)});
    }
  }

  void read_fetch(const toml::table& table) {
    TomlReader reader = reader_of(table, "fetch.");
    FetchPolicy& fetch = plan_.fetch;
    if (const auto v = reader.text("user_agent", agent_problem)) fetch.user_agent = *v;
    if (const auto v = reader.text("contact", contact_problem)) fetch.contact = *v;
    if (const auto v = reader.integer("concurrency", 1, 1'000))
      fetch.concurrency = static_cast<std::size_t>(*v);
    // Beyond these a site would notice; whoever runs the site names it in own_hosts.
    if (const auto v = reader.integer("per_host", 1, 4)) fetch.per_host = static_cast<std::size_t>(*v);
    if (const auto v = reader.duration("delay", least_delay, one_day)) fetch.delay = *v;
    if (const auto v = reader.number("delay_factor", 0, 100)) fetch.delay_factor = *v;
    if (const auto v = reader.duration("longest_delay", milliseconds(1'000), one_day))
      fetch.longest_delay = *v;
    if (const auto v = reader.integer("tries", 1, 20)) fetch.tries = static_cast<std::uint32_t>(*v);
    if (const auto v = reader.duration("first_backoff", milliseconds(0), one_day)) fetch.first_backoff = *v;
    if (const auto v = reader.duration("longest_backoff", milliseconds(0), one_day))
      fetch.longest_backoff = *v;
    if (const auto v = reader.duration("longest_wait", milliseconds(0), one_day)) fetch.longest_wait = *v;
    if (const auto v = reader.duration("connect_timeout", milliseconds(10), one_day))
      fetch.connect_timeout = *v;
    if (const auto v = reader.duration("total_timeout", milliseconds(10), one_day)) fetch.total_timeout = *v;
    if (const auto v = reader.duration("stall_timeout", milliseconds(10), one_day)) fetch.stall_timeout = *v;
    if (const auto v = reader.size("largest_page", 1'024, Limits{}.bytes)) fetch.bytes = *v;
    if (const auto v = reader.integer("redirects", 0, 50)) fetch.redirects = static_cast<int>(*v);
    if (const auto v = reader.flag("cookies")) fetch.cookies = *v;
    if (const auto v = reader.texts("own_hosts", host_pattern_problem)) fetch.own_hosts = *v;
    if (const auto v = reader.texts("allowed_addresses", address_range_problem)) fetch.allowed_addresses = *v;
    if (const auto v = reader.text("proxy", proxy_problem)) fetch.proxy = *v;
    if (const auto v = reader.texts("headers", header_value_problem, true)) fetch.headers = *v;
    if (const auto v = reader.text("netrc")) fetch.netrc = beside(*v);
    remember(reader, "fetch.", "netrc");
  }

  void read_extract(const toml::table& table) {
    TomlReader reader = reader_of(table, "extract.");
    if (const auto v = reader.integer("workers", 1, 256)) plan_.workers = static_cast<unsigned>(*v);
    if (const auto v = reader.flag("isolate")) plan_.isolate = *v;
    if (const auto v = reader.duration("time", milliseconds(100), one_day)) plan_.isolation.time = *v;
    if (const auto v = reader.size("memory", std::size_t{64} << 20, std::size_t{1} << 40))
      plan_.isolation.memory = *v;
    if (const auto v = reader.flag("keep_pages")) plan_.keep_pages = *v;
    if (const auto v = reader.texts("plugins")) plan_.plugins = *v;
    for (std::size_t i = 0; i < plan_.plugins.size(); ++i)
      plan_.places["extract.plugins." + std::to_string(i)] = reader.place_of("plugins", i);
    if (const auto v = reader.texts("plugin_folders")) {
      for (const auto& folder : *v) plan_.plugin_folders.push_back(beside(folder));
    }
  }

  void read_filter(const toml::table& table) {
    TomlReader reader = reader_of(table, "filter.");
    JobFilter& filter = plan_.filter;
    if (const auto v = reader.texts("include", url_pattern_problem)) filter.include = *v;
    if (const auto v = reader.texts("exclude", url_pattern_problem)) filter.exclude = *v;
    if (const auto v = reader.texts("languages", language_problem)) filter.languages = *v;
    if (const auto v = reader.texts("kinds", kind_problem)) filter.kinds = *v;
    if (const auto v = reader.date("published_from")) filter.published_from = *v;
    if (const auto v = reader.date("published_until")) filter.published_until = *v;
    remember(reader, "filter.", "published_until");
    if (const auto v = reader.flag("undated")) filter.undated = *v;
  }

  void read_outputs(TomlReader& root) {
    for (const toml::table* table : root.tables("output")) {
      TomlReader reader = reader_of(*table, "output.");
      JobOutput output;
      if (const auto v = reader.choice("format", export_formats())) output.format = *v;
      if (const auto v = reader.text("path")) output.path = beside(*v);
      output.named_at = reader.place_of("path");
      if (const auto v = reader.flag("originals_only")) output.originals_only = *v;
      if (const auto v = reader.flag("with_empty")) output.options.with_empty = *v;
      if (const auto v = reader.text("title")) output.options.title = *v;
      if (const auto v = reader.text("feed_url", url_problem)) output.options.feed_url = *v;
      if (const auto v = reader.flag("csv_text")) output.options.csv_text = *v;
      if (const auto v = reader.flag("csv_bom")) output.options.csv_bom = *v;
      if (!table->contains("format")) reader.fail("format", "an output without a 'format'");
      if (!table->contains("path")) reader.fail("path", "an output without a 'path'");
      if (table->contains("path") && output.path.empty())
        reader.fail("path", "an output whose 'path' is empty");
      plan_.outputs.push_back(std::move(output));
    }
  }

  void read_log(const toml::table& table) {
    TomlReader reader = reader_of(table, "log.");
    if (const auto v = reader.text("path")) plan_.log.path = beside(*v);
    remember(reader, "log.", "path");
    if (const auto v = reader.choice("level", log_levels())) plan_.log.level = *v;
    if (const auto v = reader.choice("format", {"text", "json"})) plan_.log.format = *v;
  }

  void read_metrics(const toml::table& table) {
    TomlReader reader = reader_of(table, "metrics.");
    if (const auto v = reader.text("listen", listen_problem)) plan_.metrics.listen = *v;
    if (const auto v = reader.text("path")) plan_.metrics.path = beside(*v);
    remember(reader, "metrics.", "path");
  }

  const std::string& path_;
  TomlProblems& problems_;
  JobPlan plan_;
};

}  // namespace

JobPlan read_job_file(const std::string& path, TomlProblems& problems) {
  constexpr std::size_t largest_job_file = std::size_t{4} << 20;
  const std::string text = read_file(path, largest_job_file);
  toml::table root;
  try {
    root = toml::parse(text, path);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    problems.push_back(path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                       std::string(error.description()));
    return {};
  }
  return JobFileReader(path, problems).read(root);
}

}  // namespace pith
