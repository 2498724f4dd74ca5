#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>

#include "core/command/option_parser.hpp"
#include "core/job/job_plan.hpp"
#include "core/store/store.hpp"

namespace pith {

/// The options of `pith job run` and `pith job check`.
boost::program_options::options_description job_plan_options();

/// The plan of the job file, if one is named, with what the options add and replace. Throws UsageError with
/// all that is wrong, one line each.
JobPlan read_job_plan(const ParsedOptions& parsed);

/// The store that a command is about: that of the job file FILE.toml, of --store, or a store named as FILE
/// itself. Throws UsageError if none is named.
std::string store_location(const ParsedOptions& parsed, const std::string& command);

}  // namespace pith
