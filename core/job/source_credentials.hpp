#pragma once

#include <string>
#include <vector>

#include "core/job/job_plan.hpp"

namespace pith {

/// Moves the passwords that stand in the URLs of a plan's sources to its fetch policy, so that they are sent
/// to the origins they were given for, and the URLs can be shown and kept. Gives what is wrong, a line each:
/// different ones for one origin.
std::vector<std::string> move_credentials(JobPlan& plan);

}  // namespace pith
