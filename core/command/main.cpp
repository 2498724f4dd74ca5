#include <csignal>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "core/command/exit_code.hpp"
#include "core/command/extract_command.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_command.hpp"
#include "core/command/plugins_command.hpp"
#include "core/command/terminal.hpp"
#include "core/command/test_command.hpp"
#include "core/command/usage_error.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/output/output.hpp"
#include "core/text/did_you_mean.hpp"

namespace pith {
namespace {

[[noreturn]] void unknown_command(const std::string& given) {
  std::error_code ignored;
  if (given.front() == '-' && given.size() > 1) {
    throw UsageError("unknown option '" + given + "'" + did_you_mean(given, {"--help", "--version"}) +
                     "; `pith help` tells what there is");
  }
  if (looks_like_url(given) || std::filesystem::exists(given, ignored)) {
    throw UsageError("no command named '" + given + "' (did you mean `pith extract " + given + "`?)");
  }
  throw UsageError("no command named '" + given + "'" + did_you_mean(given, command_names()) +
                   "; `pith help` lists all");
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    run_help({});
    return wrong_usage;
  }
  const std::string& command = words.front();
  const std::vector<std::string> arguments(words.begin() + 1, words.end());
  if (command == "extract") return run_extract(arguments);
  if (command == "job") return run_job_command(arguments);
  if (command == "plugins") return run_plugins(arguments);
  if (command == "test") return run_test(arguments);
  if (command == "help") return run_help(arguments);
  if (command == "--help" || command == "-h") return run_help({});
  if (command == "--version" || command == "-V") return print_version();
  if (command.empty()) throw UsageError("an empty command; `pith help` lists all");
  unknown_command(command);
}

int guarded(const std::vector<std::string>& words) {
  try {
    return run(words);
  } catch (const UsageError& error) {
    tell(error.what());
    return wrong_usage;
  } catch (const OutputClosed&) {
    return output_closed;
  } catch (const std::bad_alloc&) {
    tell("out of memory");
    return could_not_run;
  } catch (const std::exception& error) {
    tell(error.what());
    return could_not_run;
  }
}

}  // namespace
}  // namespace pith

int main(int argc, char** argv) {
  // A closed pipe is an error of write(), which knows what to do about it.
  std::signal(SIGPIPE, SIG_IGN);
  // So is a file that has become as large as is allowed (ulimit -f).
  std::signal(SIGXFSZ, SIG_IGN);
  return pith::guarded(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
