#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith job run [FILE.toml] [OPTIONS]`.
int run_job_run(const std::vector<std::string>& arguments);
/// `pith job check FILE.toml`: whether the job file is right, without running it.
int run_job_check(const std::vector<std::string>& arguments);

}  // namespace pith
