#pragma once

#include <string>
#include <vector>

#include "core/job/job_plan.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Where a source lies, the same however its path is spelled ("dd", "./dd/", "/home/me/dd", by a symbolic
/// link). Of a source that is fetched, and of standard input, its location.
std::string place_of(const JobSource& source);

/// The source by the location under which a store knows it, so that it goes on there and its pages keep the
/// keys they have; as it is if the store does not know it.
JobSource as_known(JobSource source, const std::vector<SourceRow>& known);

}  // namespace pith
