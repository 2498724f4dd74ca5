#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "core/store/store.hpp"

namespace pith {

/// Which pages keep a job from being well: those that failed, were refused, wait for a later run, or were
/// extracted with a status that is neither `ok` nor `no_article`. Those that another job has, of a store that
/// several share, are that one's to settle.
///
/// What earlier runs of the job have left counts as what this one did: a job that was killed and goes on ends
/// with the same verdict as one that was not, and a failure is not forgotten before it is mended.
struct JobVerdict {
  std::uint64_t of_this_run = 0;
  std::uint64_t of_earlier_runs = 0;  ///< of pages from the job's sources
};

JobVerdict verdict_of(const std::vector<PageGroup>& groups, const std::set<SourceId>& sources);

}  // namespace pith
