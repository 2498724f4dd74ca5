#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith job run|check|status|export|retry|reprocess`; gives the exit code. Throws UsageError, Error.
int run_job_command(const std::vector<std::string>& arguments);

}  // namespace pith
