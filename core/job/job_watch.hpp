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

/// "1,204 done, 3 failed, 42 pages/s, 3 hosts, 8,796 waiting, about 3 min left": one line, for a terminal or
/// a log.
std::string progress_line(const JobTally& tally, const JobGauges& gauges);

}  // namespace pith
