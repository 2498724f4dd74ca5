#pragma once

#include <string>
#include <vector>

namespace pith {

/// The subcommands, for looking up what was meant.
const std::vector<std::string>& command_names();

/// `pith help [COMMAND]`; gives the exit code. Throws UsageError for an unknown command.
int run_help(const std::vector<std::string>& arguments);

/// `pith --version`.
int print_version();

}  // namespace pith
