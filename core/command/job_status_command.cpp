#include "core/command/job_status_command.hpp"

#include <boost/program_options/value_semantic.hpp>
#include <chrono>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_options.hpp"
#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/job/store_report.hpp"
#include "core/output/output.hpp"
#include "core/render/json.hpp"
#include "core/render/utf8.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

const std::vector<std::string>& state_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const PageState state : {PageState::waiting, PageState::done, PageState::failed, PageState::refused,
                                  PageState::filtered, PageState::duplicate}) {
      all.emplace_back(name_of(state));
    }
    return all;
  }();
  return names;
}

PageState state_named(const std::string& name) {
  require_choice("state of a page", name, state_names());
  std::size_t at = 0;
  while (state_names()[at] != name) ++at;
  return static_cast<PageState>(at);
}

std::string line_of(const StoredPage& page, bool as_json) {
  const std::string& local = page.place.empty() ? page.key : page.place;
  const std::string& address = page.url.empty() ? local : page.url;
  if (!as_json) {
    // Each by itself: a tab within one would look like the end of it.
    std::string line = std::string(name_of(page.state)) + "\t" + displayable(address);
    if (!page.status.empty()) line += "\t" + displayable(page.status);
    if (!page.reason.empty()) line += "\t" + displayable(page.reason);
    return line + "\n";
  }
  std::string line = "{\"url\":" + json_string(address) + ",\"role\":" + json_string(name_of(page.role)) +
                     ",\"state\":" + json_string(name_of(page.state));
  if (!page.status.empty()) line += ",\"status\":" + json_string(page.status);
  if (!page.plugin.empty()) line += ",\"plugin\":" + json_string(page.plugin);
  if (!page.reason.empty()) line += ",\"reason\":" + json_string(page.reason);
  return line + "}\n";
}

}  // namespace

int run_job_status(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("store,s", po::value<std::string>(), "")("pages", po::value<std::string>(), "")(
      "format,f", po::value<std::string>(), "")("output,o", po::value<std::string>(), "");
  const ParsedOptions parsed = parse_options("job status", options, arguments);
  if (parsed.help) return run_help({"job"});
  const std::string format = parsed.has("format") ? parsed.text("format") : "text";
  require_choice("format", format, {"text", "json"});
  PageFilter filter;
  if (parsed.has("pages")) filter.state = state_named(parsed.text("pages"));
  const auto store = open_store(store_location(parsed, "status"), StoreUse::read);
  Output output(parsed.text("output"));
  if (filter.state) {
    store->for_each_page(filter,
                         [&](const StoredPage& page) { output.write(line_of(page, format == "json")); });
  } else {
    const StoreReport report = report_of(*store, 10);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    output.write(format == "json" ? report_json(report) : report_text(report, now.count()));
  }
  output.finish();
  return all_well;
}

int run_job_retry(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("store,s", po::value<std::string>(), "")("state", po::value<std::string>(), "")(
      "status", po::value<std::string>(), "")("host", po::value<std::string>(), "");
  const ParsedOptions parsed = parse_options("job retry", options, arguments);
  if (parsed.help) return run_help({"job"});
  PageFilter filter;
  filter.state = parsed.has("state") ? state_named(parsed.text("state")) : PageState::failed;
  if (parsed.has("status")) {
    if (!parsed.has("state")) filter.state = PageState::done;
    filter.status = parsed.text("status");
    std::vector<std::string> statuses;
    for (int i = 0; i <= static_cast<int>(Status::failed); ++i)
      statuses.emplace_back(name_of(static_cast<Status>(i)));
    require_choice("status of an extraction", filter.status, statuses);
  }
  filter.host = parsed.text("host");
  const std::string location = store_location(parsed, "retry");
  open_store(location, StoreUse::read);  // one that is not there must not be made by a slip of the pen
  const auto store = open_store(location, StoreUse::run);
  const std::uint64_t pages = store->retry(filter);
  if (pages == 0) {
    tell("no page was put back: none is " + std::string(name_of(*filter.state)) +
         (filter.status.empty() ? "" : " with the status " + filter.status) +
         (filter.host.empty() ? "" : " of the host " + filter.host) +
         "; `pith job status` counts what there is");
    return all_well;
  }
  tell(grouped(pages) + (pages == 1 ? " page was put back" : " pages were put back") +
       "; `pith job run` with the same job fetches them");
  return all_well;
}

}  // namespace pith
