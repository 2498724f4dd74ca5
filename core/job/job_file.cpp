#include "core/job/job_file.hpp"

#include <filesystem>

#include "core/export/article_writer.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/input/read_file.hpp"
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
    if (const auto store = reader.text("store")) plan_.store = beside(*store);
    read_sources(reader);
    if (const auto* table = reader.table("fetch")) read_fetch(*table);
    if (const auto* table = reader.table("extract")) read_extract(*table);
    if (const auto* table = reader.table("filter")) read_filter(*table);
    read_outputs(reader);
    if (const auto* table = reader.table("log")) read_log(*table);
    if (const auto* table = reader.table("metrics")) read_metrics(*table);
    if (plan_.store.empty() && !root.contains("store"))
      reader.fail("store", "no 'store': say where the job keeps its work");
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

  void read_sources(TomlReader& root) {
    for (const toml::table* table : root.tables("source")) {
      TomlReader reader = reader_of(*table, "source.");
      std::size_t kinds = 0;
      for (const std::string& kind : source_kinds()) {
        const auto locations = reader.texts(kind);
        if (!locations) continue;
        ++kinds;
        for (const auto& location : *locations) plan_.sources.push_back({kind, beside(location)});
        if (kind != "feed") continue;
        if (const auto follow = reader.flag("follow")) {
          for (std::size_t i = plan_.sources.size() - locations->size(); i < plan_.sources.size(); ++i) {
            plan_.sources[i].follow = *follow;
          }
        }
      }
      if (kinds != 1) {
        reader.fail("",
                    "a source names one of feed, sitemap, url, urls, folder, warc, jsonl; this one names " +
                        (kinds == 0 ? std::string("none") : std::to_string(kinds)));
      }
    }
  }

  void read_fetch(const toml::table& table) {
    TomlReader reader = reader_of(table, "fetch.");
    FetchPolicy& fetch = plan_.fetch;
    if (const auto v = reader.text("user_agent")) fetch.user_agent = *v;
    if (const auto v = reader.text("contact")) fetch.contact = *v;
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
    if (const auto v = reader.texts("own_hosts")) fetch.own_hosts = *v;
    if (const auto v = reader.texts("allowed_addresses")) fetch.allowed_addresses = *v;
    if (const auto v = reader.text("proxy")) fetch.proxy = *v;
    if (const auto v = reader.texts("headers")) fetch.headers = *v;
    if (const auto v = reader.text("netrc")) fetch.netrc = beside(*v);
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
    if (const auto v = reader.texts("plugin_folders")) {
      for (const auto& folder : *v) plan_.plugin_folders.push_back(beside(folder));
    }
  }

  void read_filter(const toml::table& table) {
    TomlReader reader = reader_of(table, "filter.");
    JobFilter& filter = plan_.filter;
    if (const auto v = reader.texts("include")) filter.include = *v;
    if (const auto v = reader.texts("exclude")) filter.exclude = *v;
    if (const auto v = reader.texts("languages")) filter.languages = *v;
    if (const auto v = reader.texts("kinds")) filter.kinds = *v;
    if (const auto v = reader.date("published_from")) filter.published_from = *v;
    if (const auto v = reader.date("published_until")) filter.published_until = *v;
    if (const auto v = reader.flag("undated")) filter.undated = *v;
  }

  void read_outputs(TomlReader& root) {
    for (const toml::table* table : root.tables("output")) {
      TomlReader reader = reader_of(*table, "output.");
      JobOutput output;
      if (const auto v = reader.choice("format", export_formats())) output.format = *v;
      if (const auto v = reader.text("path")) output.path = beside(*v);
      if (const auto v = reader.flag("originals_only")) output.originals_only = *v;
      if (const auto v = reader.text("title")) output.options.title = *v;
      if (const auto v = reader.text("feed_url")) output.options.feed_url = *v;
      if (const auto v = reader.flag("csv_text")) output.options.csv_text = *v;
      if (const auto v = reader.flag("csv_bom")) output.options.csv_bom = *v;
      if (!table->contains("format")) reader.fail("format", "an output without a 'format'");
      if (!table->contains("path")) reader.fail("path", "an output without a 'path'");
      plan_.outputs.push_back(std::move(output));
    }
  }

  void read_log(const toml::table& table) {
    TomlReader reader = reader_of(table, "log.");
    if (const auto v = reader.text("path")) plan_.log.path = beside(*v);
    if (const auto v = reader.choice("level", log_levels())) plan_.log.level = *v;
    if (const auto v = reader.choice("format", {"text", "json"})) plan_.log.format = *v;
  }

  void read_metrics(const toml::table& table) {
    TomlReader reader = reader_of(table, "metrics.");
    if (const auto v = reader.text("listen")) plan_.metrics.listen = *v;
    if (const auto v = reader.text("path")) plan_.metrics.path = beside(*v);
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
    problems.push_back(path + ":" + std::to_string(error.source().begin.line) + ": " +
                       std::string(error.description()));
    return {};
  }
  return JobFileReader(path, problems).read(root);
}

}  // namespace pith
