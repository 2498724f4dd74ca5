#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>

#include "core/command/job_problems.hpp"
#include "core/command/option_parser.hpp"
#include "core/job/job_plan.hpp"
#include "core/store/store.hpp"

namespace pith {

/// The options of `pith job run` and `pith job check`.
boost::program_options::options_description job_plan_options();

/// The plan of the job file, if one is named, with what the options add and replace; it is of use only if no
/// problem was found but notices. Throws UsageError for a word that is no job file, Error if that cannot be
/// read.
JobPlan read_job_plan(const ParsedOptions& parsed, JobProblems& problems);

/// The store that a command is about: that of the job file FILE.toml, of --store, or a store named as FILE
/// itself. Throws UsageError if none is named.
std::string store_location(const ParsedOptions& parsed, const std::string& command);

}  // namespace pith
