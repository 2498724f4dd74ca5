#include "core/command/job_options.hpp"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <filesystem>
#include <thread>

#include "core/command/usage_error.hpp"
#include "core/export/article_writer.hpp"
#include "core/job/job_file.hpp"
#include "core/job/source_credentials.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

bool is_job_file(const std::string& word) {
  return std::filesystem::path(word).extension() == ".toml";
}

/// All that is wrong, as one message of several lines.
void require_none(const std::vector<std::string>& problems) {
  if (problems.empty()) return;
  std::string text;
  for (const auto& problem : problems) text += (text.empty() ? "" : "\npith: ") + problem;
  throw UsageError(text);
}

unsigned whole_number(const ParsedOptions& parsed, const std::string& name, unsigned least, unsigned most) {
  const std::string text = parsed.text(name);
  unsigned number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || number < least || number > most) {
    throw UsageError("--" + name + " " + text + ": a whole number from " + std::to_string(least) + " to " +
                     std::to_string(most) + " is expected");
  }
  return number;
}

void add_sources(const ParsedOptions& parsed, JobPlan& plan) {
  for (const std::string& kind : source_kinds()) {
    for (const std::string& location : parsed.texts(kind)) {
      plan.sources.push_back({kind, location, !parsed.has("no-follow")});
    }
  }
}

void add_fetch_options(const ParsedOptions& parsed, FetchPolicy& fetch) {
  if (parsed.has("delay")) {
    const auto delay = parse_duration(parsed.text("delay"));
    if (!delay)
      throw UsageError("--delay " + parsed.text("delay") + ": a time with its unit is expected: 1.5s");
    if (*delay < least_delay) {
      throw UsageError("--delay " + parsed.text("delay") + ": less than " + duration_in_words(least_delay) +
                       " is only for hosts of your own: --own-host HOST");
    }
    fetch.delay = *delay;
  }
  for (const auto& host : parsed.texts("own-host")) fetch.own_hosts.push_back(host);
  for (const auto& address : parsed.texts("allow-address")) fetch.allowed_addresses.push_back(address);
  if (parsed.has("contact")) fetch.contact = parsed.text("contact");
}

void add_output(const ParsedOptions& parsed, JobPlan& plan) {
  if (parsed.has("output") != parsed.has("format")) {
    throw UsageError("--format and --output go together: what is written, and where");
  }
  if (!parsed.has("output")) return;
  require_choice("format", parsed.text("format"), export_formats());
  plan.outputs.push_back({parsed.text("format"), parsed.text("output"), parsed.has("originals-only"), {}});
}

void add_log_options(const ParsedOptions& parsed, JobPlan& plan) {
  if (parsed.has("log")) plan.log.path = parsed.text("log");
  if (parsed.has("log-level")) plan.log.level = parsed.text("log-level");
  if (parsed.has("log-format")) plan.log.format = parsed.text("log-format");
  require_choice("log level", plan.log.level, log_levels());
  require_choice("log format", plan.log.format, {"text", "json"});
  if (parsed.has("metrics")) plan.metrics.listen = parsed.text("metrics");
  if (parsed.has("metrics-file")) plan.metrics.path = parsed.text("metrics-file");
}

}  // namespace

po::options_description job_plan_options() {
  po::options_description options;
  auto add = options.add_options();
  const auto text = [] { return po::value<std::string>(); };
  const auto texts = [] { return po::value<std::vector<std::string>>(); };
  for (const std::string& kind : source_kinds()) add(kind.c_str(), texts(), "");
  add("store,s", text(), "")("workers,j", text(), "")("isolate", "")("keep-pages", "")("no-follow", "");
  add("delay", text(), "")("own-host", texts(), "")("allow-address", texts(), "")("contact", text(), "");
  add("shard", text(), "")("plugin-dir", texts(), "");
  add("format,f", text(), "")("output,o", text(), "")("originals-only", "");
  add("log", text(), "")("log-level", text(), "")("log-format", text(), "");
  add("metrics", text(), "")("metrics-file", text(), "")("quiet,q", "");
  return options;
}

JobPlan read_job_plan(const ParsedOptions& parsed) {
  if (parsed.words.size() > 1) throw UsageError("one job file at a time, not also '" + parsed.words[1] + "'");
  JobPlan plan;
  if (!parsed.words.empty()) {
    TomlProblems problems;
    plan = read_job_file(parsed.words.front(), problems);
    require_none(problems);
  }
  if (parsed.has("store")) plan.store = parsed.text("store");
  add_sources(parsed, plan);
  if (parsed.has("workers")) plan.workers = whole_number(parsed, "workers", 1, 256);
  if (plan.workers == 0) plan.workers = std::max(1U, std::thread::hardware_concurrency());
  if (parsed.has("isolate")) plan.isolate = true;
  if (parsed.has("keep-pages")) plan.keep_pages = true;
  for (const auto& folder : parsed.texts("plugin-dir")) plan.plugin_folders.push_back(folder);
  if (parsed.has("shard")) {
    const auto shard = parse_shard(parsed.text("shard"));
    if (!shard) throw UsageError("--shard " + parsed.text("shard") + ": a part such as 3/16 is expected");
    plan.shard = *shard;
  }
  add_fetch_options(parsed, plan.fetch);
  add_output(parsed, plan);
  add_log_options(parsed, plan);
  require_none(move_credentials(plan));
  require_none(problems_of(plan));
  return plan;
}

std::string store_location(const ParsedOptions& parsed, const std::string& command) {
  if (parsed.has("store")) {
    if (!parsed.words.empty()) throw UsageError("'" + parsed.words.front() + "' beside --store: one of them");
    return parsed.text("store");
  }
  if (parsed.words.size() != 1) {
    throw UsageError("`pith job " + command + "` needs a job file, or --store with the store");
  }
  const std::string& word = parsed.words.front();
  if (!is_job_file(word)) return word;
  TomlProblems problems;
  const JobPlan plan = read_job_file(word, problems);
  require_none(problems);
  return plan.store;
}

}  // namespace pith
