#pragma once

#include <cstdint>
#include <string>

#include "core/job/job_metrics.hpp"
#include "core/job/job_tally.hpp"

namespace pith {

/// Who watches a job: the terminal, or nobody. Called by the thread that runs the job, several times a
/// second.
class JobWatch {
 public:
  virtual ~JobWatch() = default;
  virtual void progress(const JobTally& tally, const JobGauges& gauges) = 0;
};

/// "1,204 done, 3 failed, 1 refused, 42 pages/s, 3 hosts, 8,796 waiting, about 3 min left": one line, for a
/// terminal or a log. The rate is that of the last half minute. The time left is told where it can be: not of
/// a moment or a few pages, not where nothing has come for some seconds (hosts that ask for a pause, a page
/// that hangs), not of what is under way already.
std::string progress_line(const JobTally& tally, const JobGauges& gauges,
                          RecentRate::Time now = std::chrono::steady_clock::now());

}  // namespace pith
