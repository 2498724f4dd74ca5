#pragma once

#include <string>
#include <vector>

#include "tests/support/temporary_folder.hpp"

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

/// A run of `pith` that goes on beside the test; killed if it is still there at the end of this.
class RunningProgram {
 public:
  /// `input` is a file, or a FIFO, for its standard input; empty: nothing is in it.
  explicit RunningProgram(const std::vector<std::string>& arguments, const std::string& input = "");
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void signal(int number) const;
  /// Waits for the end; the code is minus the signal for one that was killed.
  ProgramRun wait();
  /// What it has written on standard error so far.
  std::string error_so_far() const;

 private:
  TemporaryFolder folder_;
  int process_ = 0;
  bool is_over_ = false;
};

/// A command line of the shell in which $PITH is the program: for pipes.
ProgramRun run_shell(const std::string& line);

}  // namespace pith
