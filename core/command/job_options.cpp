#include "core/command/job_options.hpp"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <filesystem>
#include <thread>

#include "core/command/usage_error.hpp"
#include "core/export/article_writer.hpp"
#include "core/export/export_format.hpp"
#include "core/extract/article_kinds.hpp"
#include "core/job/job_file.hpp"
#include "core/job/job_surroundings.hpp"
#include "core/job/source_credentials.hpp"
#include "core/job/value_check.hpp"
#include "core/text/did_you_mean.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

bool is_job_file(const std::string& word) {
  return std::filesystem::path(word).extension() == ".toml";
}

/// Reads what the command line says of a job. What is wrong is collected.
class PlanOptions {
 public:
  PlanOptions(const ParsedOptions& parsed, JobPlan& plan, std::vector<std::string>& problems)
      : parsed_(parsed), plan_(plan), problems_(problems) {}

  void add_all() {
    if (parsed_.has("store")) set(plan_.store, "store", "store");
    add_sources();
    if (parsed_.has("workers")) add_workers();
    if (parsed_.has("isolate")) plan_.isolate = true;
    if (parsed_.has("keep-pages")) plan_.keep_pages = true;
    for (const auto& folder : parsed_.texts("plugin-dir")) plan_.plugin_folders.push_back(folder);
    if (parsed_.has("shard")) add_shard();
    add_fetch_options(plan_.fetch);
    add_output();
    add_log_options();
  }

 private:
  void wrong(const std::string& option, const std::string& value, const std::string& problem) {
    problems_.push_back("--" + option + " " + in_quotes(value) + " " + problem);
  }

  void check(const std::string& option, const std::string& value, const std::string& problem) {
    if (!problem.empty()) wrong(option, value, problem);
  }

  /// A value that takes the place of the one in the job file.
  void set(std::string& value, const std::string& option, const std::string& key) {
    value = parsed_.text(option);
    plan_.places.erase(key);
  }

  void add_sources() {
    for (const std::string& kind : source_kinds()) {
      for (const std::string& location : parsed_.texts(kind)) plan_.sources.push_back({kind, location});
    }
    if (!parsed_.has("no-follow")) return;
    bool any = false;
    for (JobSource& source : plan_.sources) {
      if (source.kind == "feed") any = true;
      source.follow = false;
    }
    if (!any) problems_.emplace_back("--no-follow belongs to feeds, and there is none");
  }

  void add_workers() {
    constexpr unsigned most = 256;
    const std::string text = parsed_.text("workers");
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), plan_.workers);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    if (!whole || plan_.workers < 1 || plan_.workers > most)
      wrong("workers", text, "is not a whole number from 1 to " + std::to_string(most));
  }

  void add_shard() {
    const auto shard = parse_shard(parsed_.text("shard"));
    if (!shard) return wrong("shard", parsed_.text("shard"), "is not a part such as 3/16");
    plan_.shard = *shard;
  }

  void add_fetch_options(FetchPolicy& fetch) {
    if (parsed_.has("delay")) {
      const std::string text = parsed_.text("delay");
      const auto delay = parse_duration(text);
      if (!delay) {
        wrong("delay", text, "is not a time with its unit, such as 1.5s");
      } else if (*delay < least_delay) {
        wrong("delay", text,
              "is less than " + duration_in_words(least_delay) +
                  ", which is only for hosts of your own: --own-host HOST");
      } else {
        fetch.delay = *delay;
      }
    }
    for (const auto& host : parsed_.texts("own-host")) {
      check("own-host", host, host_pattern_problem(host));
      fetch.own_hosts.push_back(host);
    }
    for (const auto& address : parsed_.texts("allow-address")) {
      check("allow-address", address, address_range_problem(address));
      fetch.allowed_addresses.push_back(address);
    }
    if (!parsed_.has("contact")) return;
    fetch.contact = parsed_.text("contact");
    check("contact", fetch.contact, contact_problem(fetch.contact));
  }

  void add_output() {
    const bool any = parsed_.has("output") || parsed_.has("format");
    const std::string format =
        parsed_.has("format") ? parsed_.text("format") : export_format_of(parsed_.text("output"));
    if (any && (!parsed_.has("output") || format.empty())) {
      problems_.emplace_back("--format and --output go together: what is written, and where");
    } else if (any) {
      check_choice("format", format, export_formats());
      check("output", parsed_.text("output"), parsed_.text("output").empty() ? "is empty" : "");
      plan_.outputs.push_back({format, parsed_.text("output"), parsed_.has("originals-only"), {}});
      plan_.outputs.back().options.with_empty = parsed_.has("with-empty");
    } else {
      for (const std::string option : {"originals-only", "with-empty"}) {
        if (parsed_.has(option)) problems_.push_back("--" + option + " belongs to --output");
      }
    }
  }

  void check_choice(const std::string& option, const std::string& value,
                    const std::vector<std::string>& choices) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
    std::string all;
    for (const auto& choice : choices) all += (all.empty() ? "" : ", ") + choice;
    wrong(option, value, "is none of " + all + did_you_mean(value, choices));
  }

  void add_log_options() {
    if (parsed_.has("log")) set(plan_.log.path, "log", "log.path");
    if (parsed_.has("log-level")) {
      plan_.log.level = parsed_.text("log-level");
      check_choice("log-level", plan_.log.level, log_levels());
    }
    if (parsed_.has("log-format")) {
      plan_.log.format = parsed_.text("log-format");
      check_choice("log-format", plan_.log.format, {"text", "json"});
    }
    if (parsed_.has("metrics")) {
      plan_.metrics.listen = parsed_.text("metrics");
      check("metrics", plan_.metrics.listen, listen_problem(plan_.metrics.listen));
    }
    if (parsed_.has("metrics-file")) set(plan_.metrics.path, "metrics-file", "metrics.path");
  }

  const ParsedOptions& parsed_;
  JobPlan& plan_;
  std::vector<std::string>& problems_;
};

/// The one word that may stand there is a job file.
std::string job_file_of(const ParsedOptions& parsed) {
  if (parsed.words.empty()) return {};
  for (const std::string& word : parsed.words) {
    if (is_job_file(word)) continue;
    throw UsageError(in_quotes(word) +
                     " belongs to no option, and is no job file (FILE.toml): each source and value " +
                     "stands behind an option of its own, as in --warc a.warc.gz --warc b.warc.gz");
  }
  if (parsed.words.size() > 1)
    throw UsageError("one job file at a time, not also " + in_quotes(parsed.words[1]));
  return parsed.words.front();
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
  add("format,f", text(), "")("output,o", text(), "")("originals-only", "")("with-empty", "");
  add("log", text(), "")("log-level", text(), "")("log-format", text(), "");
  add("metrics", text(), "")("metrics-file", text(), "")("quiet,q", "");
  return options;
}

JobPlan read_job_plan(const ParsedOptions& parsed, JobProblems& problems) {
  JobPlan plan;
  const std::string file = job_file_of(parsed);
  if (!file.empty()) plan = read_job_file(file, problems.mistakes);
  const bool is_read = problems.mistakes.empty() || !plan.file.empty();
  PlanOptions(parsed, plan, problems.mistakes).add_all();
  if (plan.workers == 0) plan.workers = std::max(1U, std::thread::hardware_concurrency());
  // Of a file that is no TOML nothing more is known.
  if (!is_read) return plan;
  for (auto& problem : move_credentials(plan)) problems.mistakes.push_back(std::move(problem));
  for (auto& problem : problems_of(plan)) problems.mistakes.push_back(std::move(problem));
  problems.missing = missing_around(plan);
  for (const std::string& kind : plan.filter.kinds) {
    const auto& kinds = article_kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) continue;
    problems.notices.push_back(plan.file + ": filter.kinds " + in_quotes(kind) +
                               " is none that Pith's own plugins give; docs/reference/schema.md tells those");
  }
  return plan;
}

std::string store_location(const ParsedOptions& parsed, const std::string& command) {
  if (parsed.has("store")) {
    if (!parsed.words.empty())
      throw UsageError(in_quotes(parsed.words.front()) + " beside --store: one of them");
    return parsed.text("store");
  }
  if (parsed.words.size() != 1) {
    throw UsageError("`pith job " + command +
                     "` needs a job file (FILE.toml) or a store: a SQLite file or postgresql://...");
  }
  const std::string& word = parsed.words.front();
  if (!is_job_file(word)) return word;
  JobProblems problems;
  const JobPlan plan = read_job_file(word, problems.mistakes);
  problems.require_none();
  if (plan.store.empty()) throw UsageError("no store in it: name the store itself", word);
  return plan.store;
}

}  // namespace pith
