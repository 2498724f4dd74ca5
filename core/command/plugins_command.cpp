#include "core/command/plugins_command.hpp"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/option_parser.hpp"
#include "core/command/plugin_list.hpp"
#include "core/command/usage_error.hpp"
#include "core/output/output.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

/// Everything is tried, also what came with the program: a list that calls a broken plugin good is no use.
Registry scanned(const ParsedOptions& parsed) {
  const auto given = parsed.texts("plugin-dir");
  Registry::Options options;
  options.probe = Probe::all;
  return Registry::scan(PluginPath::of_process({given.begin(), given.end()}).folders(), options);
}

int list(const ParsedOptions& parsed) {
  if (parsed.words.size() > 1) {
    throw UsageError("`pith plugins list` takes no argument; `pith plugins show " + parsed.words[1] +
                     "` shows one");
  }
  const std::string format = parsed.has("format") ? parsed.text("format") : "text";
  require_choice("format", format, {"text", "json"});
  const Registry registry = scanned(parsed);
  Output output("");
  output.write(format == "json" ? plugin_list_json(registry) : plugin_list_text(registry));
  output.finish();
  return all_well;
}

std::string the_argument(const ParsedOptions& parsed, const std::string& what) {
  if (parsed.words.size() != 2) {
    throw UsageError("`pith plugins " + parsed.words.front() + "` needs one " + what);
  }
  return parsed.words[1];
}

int show(const ParsedOptions& parsed) {
  const std::string name = the_argument(parsed, "NAME");
  const Registry registry = scanned(parsed);
  const Plugin* plugin = nullptr;
  try {
    plugin = &registry.get(name);
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
  Output output("");
  output.write(displayable(plugin_description(*plugin)));
  output.finish();
  return all_well;
}

int check(const ParsedOptions& parsed) {
  const std::string file = the_argument(parsed, "FILE");
  Output output("");
  int code = all_well;
  try {
    const PluginHeader header = check_plugin(file);
    output.write(file + ": fits: plugin " + header.name + " " + header.version + "\n");
  } catch (const Error& error) {
    const std::string reason = error.what();
    const bool is_placed = reason.rfind(file, 0) == 0;
    output.write((is_placed ? "" : file + ": ") + reason + "\n");
    code = some_failed;
  }
  output.finish();
  return code;
}

}  // namespace

int run_plugins(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("format,f", po::value<std::string>(), "")("plugin-dir",
                                                                  po::value<std::vector<std::string>>(), "");
  const ParsedOptions parsed = parse_options("plugins", options, arguments);
  if (parsed.help) return run_help({"plugins"});
  const std::string verb = parsed.words.empty() ? "list" : parsed.words.front();
  require_choice("`pith plugins` command", verb, {"list", "show", "check"});
  if (verb != "list" && parsed.has("format")) throw UsageError("--format is for `pith plugins list`");
  if (verb == "show") return show(parsed);
  if (verb == "check") return check(parsed);
  return list(parsed);
}

}  // namespace pith
