#pragma once

#include <string>

#include "core/job/job_plan.hpp"
#include "core/job/toml_reader.hpp"

namespace pith {

/// Reads a job file (docs/reference/job-file.md). What is wrong with a value is added to `problems`, all of
/// it, one line each with file, line and column; the plan is of use only if nothing was. What does not go
/// together, and what is missing, only the whole plan knows: problems_of(), missing_around(). Throws Error if
/// the file cannot be read. Paths in it are relative to the folder of the file.
JobPlan read_job_file(const std::string& path, TomlProblems& problems);

}  // namespace pith
