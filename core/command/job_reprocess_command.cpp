#include "core/command/job_reprocess_command.hpp"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <thread>
#include <utility>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_options.hpp"
#include "core/command/plugin_options.hpp"
#include "core/command/progress_line.hpp"
#include "core/command/stop_signal.hpp"
#include "core/command/terminal.hpp"
#include "core/job/reprocess.hpp"
#include "core/job/value_check.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

std::string in_words(const ReprocessResult& result) {
  std::string text = grouped(result.pages) + (result.pages == 1 ? " page" : " pages") + " extracted again";
  if (result.failed > 0) text += ", " + grouped(result.failed) + " failed and kept as they were";
  return text;
}

/// Why there was nothing to extract: what was asked for is not there.
std::string why_none(const ReprocessOptions& how) {
  std::string text = ": none was kept";
  if (!how.plugin.empty())
    text += " that the plugin " + in_quotes(how.plugin) + " had, or that is of its hosts,";
  if (!how.host.empty()) text += " of the host " + in_quotes(how.host);
  if (text.ends_with(',')) text.pop_back();
  return text + "; `pith job status` counts what there is";
}

}  // namespace

int run_job_reprocess(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("store,s", po::value<std::string>(), "")("plugin,p", po::value<std::string>(), "")(
      "host", po::value<std::string>(), "")("workers,j", po::value<unsigned>(), "")("isolate", "")(
      "plugin-dir", po::value<std::vector<std::string>>(), "");
  const ParsedOptions parsed = parse_options("job reprocess", options, arguments);
  if (parsed.help) return run_help({"job"});
  const std::string location = store_location(parsed, "reprocess");
  const Registry registry = load_plugins(parsed.texts("plugin-dir"));
  ReprocessOptions how;
  how.plugin = parsed.text("plugin");
  if (!how.plugin.empty()) require_plugin(registry, how.plugin);
  how.host = parsed.text("host");
  how.workers =
      parsed.has("workers") ? parsed.values["workers"].as<unsigned>() : std::thread::hardware_concurrency();
  how.workers = std::clamp(how.workers, 1U, 256U);
  const auto extractor =
      parsed.has("isolate") ? process_extractor(registry, {}, how.workers) : thread_extractor(registry, {});
  StopSignal stop;
  open_store(location, StoreUse::read);  // one that is not there must not be made by a slip of the pen
  const auto store = open_store(location, StoreUse::run);
  ProgressLine line(is_terminal(Stream::error));
  JobLog log({}, [&line](const std::string& warning) {
    line.clear();
    tell(warning);
  });
  bool told_stop = false;
  const ReprocessResult result = reprocess(
      *store, registry, *extractor, how, log,
      [&] {
        if (stop.came() && !std::exchange(told_stop, true)) {
          line.clear();
          tell(stop_told);
        }
        return stop.came();
      },
      [&line](const ReprocessResult& so_far) { line.show([&] { return in_words(so_far); }); });
  line.clear();
  const bool is_none = result.pages + result.failed + result.without_bytes == 0 && !result.stopped;
  tell(in_words(result) + (result.stopped ? "; interrupted" : "") + (is_none ? why_none(how) : ""));
  if (result.without_bytes > 0) {
    tell(grouped(result.without_bytes) +
         " more were not kept as they came (keep_pages) and stay as they are");
  }
  if (result.stopped) return interrupted;
  return result.failed == 0 ? all_well : some_failed;
}

}  // namespace pith
