#pragma once

#include <string>
#include <vector>

namespace pith {

/// What is wrong with a job before it has begun, one line each, with the place in the job file
/// ("asia.toml:12:8: ...") or the option first.
struct JobProblems {
  std::vector<std::string> mistakes;  ///< in the job file or on the command line
  std::vector<std::string> missing;   ///< files and folders that are not there
  std::vector<std::string> notices;   ///< what may be meant so

  /// Throws all mistakes and all that is missing as one message of several lines: UsageError if there is a
  /// mistake, else Error.
  void require_none() const;
};

}  // namespace pith
