#pragma once

#include <atomic>
#include <functional>

#include "core/isolate/extraction_workers.hpp"
#include "core/job/job_log.hpp"
#include "core/job/job_plan.hpp"
#include "core/job/job_tally.hpp"
#include "core/job/job_verdict.hpp"
#include "core/job/job_watch.hpp"
#include "core/store/store.hpp"

namespace pith {

/// What came of a run.
struct JobResult {
  JobTally tally;
  JobVerdict verdict;    ///< meaningless if it was stopped
  bool stopped = false;  ///< before everything was done, because it was asked to
  bool has_refused_addresses =
      false;                      ///< pages were refused for where they lie (core/fetch/address_guard.hpp)
  std::uint64_t near_copies = 0;  ///< found in this run
  std::uint64_t waiting = 0;      ///< pages that are left, to be tried later
  UnixMs earliest = 0;            ///< when the first of them may be
  std::vector<std::string> problems;  ///< of sources, one line each
  std::vector<std::string> notices;   ///< what was passed over in sources, one line each
};

/// Runs a job until nothing is left that can be done now, or until `stop` is true: then what is under way is
/// finished and written, and the next run goes on from there.
///
/// Threads: one reads files and folders, one the fetcher's own, one collects what it has fetched,
/// `plan.workers` extract, and the caller's writes to the store. Between them are queues of bounded size, so
/// that memory does not grow with the job.
///
/// Throws what the store throws (StoreFull ...), after all threads have ended: what was written stays.
JobResult run_job(const JobPlan& plan, Store& store, PageExtractor& extractor, JobLog& log,
                  JobMetrics& metrics, JobWatch& watch, const std::function<bool()>& stop);

}  // namespace pith
