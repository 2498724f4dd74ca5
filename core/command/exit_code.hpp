#pragma once

namespace pith {

/// What `pith` tells its caller (docs/reference/cli.md).
enum ExitCode : int {
  all_well = 0,
  some_failed = 1,     ///< some pages or fixtures failed; each has been told on standard error
  wrong_usage = 2,     ///< the command line is wrong; nothing was done
  could_not_run = 3,   ///< nothing can be loaded, read or written
  interrupted = 130,   ///< stopped by Ctrl-C, after finishing what was under way (128 + SIGINT)
  output_closed = 141  ///< whoever read the output went away, as after `| head` (128 + SIGPIPE)
};

}  // namespace pith
