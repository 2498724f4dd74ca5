#pragma once

#include "core/job/job_plan.hpp"
#include "core/store/store.hpp"

namespace pith {

/// With what a job reads one of its sources: its part is the shard and whether a feed is followed, the filter
/// a digest of that of the job, in which the order of lists does not count.
SourceSetting setting_of(const JobSource& source, const JobPlan& plan);

}  // namespace pith
