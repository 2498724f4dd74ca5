#pragma once

#include <string>
#include <vector>

namespace pith {

/// What one run of the program gave.
struct ProgramRun {
  int code = -1;
  std::string out;
  std::string error;
};

/// Runs `pith` with these arguments and this standard input, with the test plugins only. `out_file`, if
/// given, is opened as its standard output (`/dev/full`, say).
ProgramRun run_pith(const std::vector<std::string>& arguments, const std::string& input = "",
                    const std::string& out_file = "");

/// A command line of the shell in which $PITH is the program: for pipes.
ProgramRun run_shell(const std::string& line);

}  // namespace pith
