#pragma once

#include <string>

#include "core/job/job_log.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Writes to the log what became of a page. Gives what of it is a problem of the job's sources, one line: a
/// sitemap that was read, but not all of it; empty if nothing is.
std::string log_outcome(JobLog& log, const PageOutcome& outcome);

}  // namespace pith
