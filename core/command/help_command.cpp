#include "core/command/help_command.hpp"

#include "core/command/exit_code.hpp"
#include "core/command/help_text.hpp"
#include "core/command/library_versions.hpp"
#include "core/command/usage_error.hpp"
#include "core/output/output.hpp"
#include "core/text/did_you_mean.hpp"
#include "pith/version.hpp"

namespace pith {
namespace {

int print(std::string_view text) {
  Output output("");
  output.write(text);
  output.finish();
  return all_well;
}

}  // namespace

const std::vector<std::string>& command_names() {
  static const std::vector<std::string> names = {"extract", "job", "plugins", "test", "help"};
  return names;
}

int run_help(const std::vector<std::string>& arguments) {
  // `pith help job run` is answered with all of `pith job`.
  const bool is_of_job = arguments.size() == 2 && arguments.front() == "job";
  if (arguments.size() > 1 && !is_of_job) throw UsageError("`pith help` explains one command at a time");
  const std::string command = arguments.empty() ? "" : arguments.front();
  const std::string_view text = help_text(command == "--help" || command == "-h" ? "help" : command);
  if (text.empty()) {
    throw UsageError("no command named '" + command + "'" + did_you_mean(command, command_names()) +
                     "; `pith help` lists all");
  }
  return print(text);
}

int print_version() {
  return print("pith " PITH_VERSION "\nplugin ABI " + std::to_string(PITH_ABI) + ", " PITH_TOOLCHAIN + "\n" +
               library_versions());
}

}  // namespace pith
