#include "core/command/job_run_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_options.hpp"
#include "core/command/plugin_options.hpp"
#include "core/command/progress_line.hpp"
#include "core/command/stop_signal.hpp"
#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/export/store_export.hpp"
#include "core/job/job_run.hpp"
#include "core/output/output.hpp"
#include "core/text/quantity.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

/// Progress on a terminal as a line that is written over, elsewhere as a line every half a minute.
class TerminalWatch : public JobWatch {
 public:
  explicit TerminalWatch(bool quiet) : quiet_(quiet), line_(!quiet && is_terminal(Stream::error)) {}

  void progress(const JobTally& tally, const JobGauges& gauges) override {
    if (quiet_ || told_stop_) return;
    if (line_.is_shown()) {
      line_.show([&] { return progress_line(tally, gauges); });
      return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::seconds(30)) return;
    last_ = now;
    tell(progress_line(tally, gauges));
  }

  /// A warning: a job of a million pages must not bury what matters under a line for each page.
  void warn(const std::string& line) {
    constexpr unsigned most_warnings = 50;
    if (++warnings_ > most_warnings + 1) return;
    line_.clear();
    if (warnings_ <= most_warnings) {
      tell(line);
    } else {
      tell("more warnings are only in the log (--log FILE) and in `pith job status`");
    }
  }

  /// That the first signal came. From then on there is no line that a second one could leave unfinished.
  void tell_stop() {
    if (quiet_ || std::exchange(told_stop_, true)) return;
    line_.clear();
    tell(stop_told);
  }

  void clear() { line_.clear(); }

 private:
  bool quiet_;
  bool told_stop_ = false;
  ProgressLine line_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::atomic<unsigned> warnings_ = 0;
};

/// What a run works with.
struct CheckedJob {
  JobPlan plan;
  Registry registry;
};

/// The job as the command line and its file tell it. Throws all that is wrong with it, one line each.
CheckedJob checked_job(const ParsedOptions& parsed) {
  JobProblems problems;
  JobPlan plan = read_job_plan(parsed, problems);
  // Plugins are tried in processes of their own, which nobody waits for who has to mend the file first.
  if (plan.plugins.empty()) problems.require_none();
  Registry registry = load_plugins(plan.plugin_folders);
  for (std::size_t i = 0; i < plan.plugins.size(); ++i) {
    try {
      registry.get(plan.plugins[i]);
    } catch (const Error& error) {
      const auto place = plan.places.find("extract.plugins." + std::to_string(i));
      problems.mistakes.push_back((place == plan.places.end() ? "" : place->second + ": ") + error.what());
    }
  }
  problems.require_none();
  for (const auto& notice : problems.notices) tell(notice);
  if (!plan.plugins.empty()) registry.keep_only(plan.plugins);
  return {std::move(plan), std::move(registry)};
}

std::unique_ptr<PageExtractor> extractor_of(const JobPlan& plan, const Registry& registry) {
  return plan.isolate ? process_extractor(registry, {}, plan.workers, plan.isolation)
                      : thread_extractor(registry, {});
}

UnixMs now_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void tell_result(const std::string& store, const JobResult& result) {
  for (const auto& notice : result.notices) tell(notice);
  tell(result.tally.summary() + (result.stopped ? "; interrupted" : ""));
  if (result.near_copies > 0) {
    tell(grouped(result.near_copies) +
         (result.near_copies == 1 ? " article is a near-copy" : " articles are near-copies") +
         " of another one");
  }
  if (result.waiting > 0 && !result.stopped) {
    std::string line = grouped(result.waiting) + (result.waiting == 1 ? " page waits" : " pages wait") +
                       " to be tried later";
    if (result.earliest > now_ms()) line += ", from " + DateTime::from_unix_ms(result.earliest).rfc3339();
    tell(line + "; the same command goes on with what is left");
  }
  if (result.stopped) tell("the same command goes on from here");
  if (result.tally.of(PageState::refused) > 0) {
    tell("`pith job status " + store + " --pages refused` tells what was not fetched and why" +
         (result.has_refused_addresses
              ? "; --allow-address (allowed_addresses) allows addresses of your own network"
              : ""));
  }
  if (const std::uint64_t before = result.verdict.of_earlier_runs; before > 0 && !result.stopped) {
    tell(grouped(before) + (before == 1 ? " page" : " pages") +
         " of earlier runs failed, were refused, wait, or are neither ok nor no_article: `pith job status " +
         store + "` counts them");
  }
  if (result.tally.of(PageState::failed) > 0) {
    tell("`pith job status " + store + "` tells why pages failed, `pith job retry " + store +
         "` puts them back");
  }
}

int exit_code_of(const JobResult& result) {
  if (result.stopped) return interrupted;
  const std::uint64_t unwell = result.verdict.of_this_run + result.verdict.of_earlier_runs +
                               result.tally.lost() + result.problems.size();
  return unwell == 0 ? all_well : some_failed;
}

/// False if it was stopped before all were written.
bool write_outputs(const JobPlan& plan, Store& store, const std::function<bool()>& stop, bool quiet) {
  for (const JobOutput& output : plan.outputs) {
    ArticleFilter filter;
    filter.originals_only = output.originals_only;
    const ExportCounts counts = export_articles(
        store, filter, output.format, output.path, output.options,
        [](const std::string& warning) { tell(warning); }, stop);
    if (counts.stopped) return false;
    if (!quiet) tell(output.path + ": " + export_summary(counts));
  }
  return true;
}

/// Somebody who sees nothing happen has to know that it is their turn.
void tell_waiting_for_input(const JobPlan& plan) {
  const bool reads_it = std::any_of(plan.sources.begin(), plan.sources.end(),
                                    [](const JobSource& source) { return source.location == "-"; });
  if (reads_it && ::isatty(STDIN_FILENO) == 1) tell("waiting for standard input; Ctrl-D ends it");
}

int run_plan(const JobPlan& plan, const Registry& registry, bool quiet) {
  // Before any thread is started: it forks.
  const auto extractor = extractor_of(plan, registry);
  StopSignal stop;
  const auto store = open_store(plan.store, StoreUse::run);
  TerminalWatch watch(quiet);
  const auto is_stopped = [&stop, &watch] {
    if (stop.came()) watch.tell_stop();
    return stop.came();
  };
  if (!quiet) tell_waiting_for_input(plan);
  JobLog log(plan.log, [&watch](const std::string& line) { watch.warn(line); });
  JobMetrics metrics(plan.metrics);
  JobResult result;
  try {
    result = run_job(plan, *store, *extractor, log, metrics, watch, is_stopped);
  } catch (...) {
    watch.clear();
    throw;
  }
  watch.clear();
  if (!result.stopped) result.stopped = !write_outputs(plan, *store, is_stopped, quiet);
  tell_result(store->name(), result);
  return exit_code_of(result);
}

}  // namespace

int run_job_run(const std::vector<std::string>& arguments) {
  const ParsedOptions parsed = parse_options("job run", job_plan_options(), arguments);
  if (parsed.help) return run_help({"job"});
  const CheckedJob job = checked_job(parsed);
  return run_plan(job.plan, job.registry, parsed.has("quiet"));
}

int run_job_check(const std::vector<std::string>& arguments) {
  const ParsedOptions parsed = parse_options("job check", job_plan_options(), arguments);
  if (parsed.help) return run_help({"job"});
  const JobPlan plan = checked_job(parsed).plan;
  std::string lines;
  for (const JobSource& source : plan.sources)
    lines += "  from " + source.kind + " " + source.location + "\n";
  for (const JobOutput& written : plan.outputs) {
    std::error_code unknown;
    const bool is_new_folder =
        written.format == "markdown" && !std::filesystem::exists(written.path, unknown);
    lines +=
        "  to " + written.format + " " + written.path + (is_new_folder ? " (a folder, to be made)\n" : "\n");
  }
  Output output("");
  output.write("the job is right: " + std::to_string(plan.sources.size()) +
               (plan.sources.size() == 1 ? " source" : " sources") + " into " + store_name(plan.store) +
               "\n" + lines);
  output.finish();
  return all_well;
}

}  // namespace pith
