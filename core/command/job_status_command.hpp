#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith job status FILE|STORE [--pages STATE] [--format text|json]`.
int run_job_status(const std::vector<std::string>& arguments);
/// `pith job retry FILE|STORE [--state STATE] [--status STATUS] [--host HOST]`: puts pages back.
int run_job_retry(const std::vector<std::string>& arguments);

}  // namespace pith
