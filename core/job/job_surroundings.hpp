#pragma once

#include <string>
#include <vector>

#include "core/job/job_plan.hpp"

namespace pith {

/// What a plan needs around it and does not find: files and folders to read, folders to write to. One line
/// each, with the place or option that names it; empty if all is there. Makes and changes nothing; files are
/// opened and closed again, but not what comes when it likes (standard input, a FIFO).
std::vector<std::string> missing_around(const JobPlan& plan);

}  // namespace pith
