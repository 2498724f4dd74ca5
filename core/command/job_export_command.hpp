#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith job export FILE|STORE --format FORMAT --output PATH [filters]`.
int run_job_export(const std::vector<std::string>& arguments);

}  // namespace pith
