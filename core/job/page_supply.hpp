#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/job/job_pipeline.hpp"
#include "core/job/job_plan.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Takes pages out of the store for the fetcher: enough to keep it busy, of many hosts, and no more than it
/// has room for. Belongs to the thread that writes to the store; plan and store must outlive it.
class PageSupply {
 public:
  PageSupply(const JobPlan& plan, Store& store) : plan_(plan), store_(store) {}

  /// To be told of every source of the job; of the pages that a feed names whether they are fetched
  /// (JobSource::follow).
  void set_follow(SourceId source, bool follow) { follow_[source] = follow; }
  /// Fills up what the fetcher has, if there is room. To be called again and again. Gives what became of
  /// pages that the filter does not want or wants no longer, for they were put back: these are not fetched.
  std::vector<PageOutcome> give(JobPipeline& pipeline, UnixMs at);
  /// That the store may have pages again of which the last call saw none.
  void look_again() { is_exhausted_ = got_less_ = false; }
  /// A page was fetched, however it ended; false if it was none that was taken.
  bool settle(PageId page);
  /// Whether nothing is under way and the store had nothing more.
  bool is_exhausted() const { return open_ == 0 && is_exhausted_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t take(JobPipeline& pipeline, std::size_t room, std::size_t most, UnixMs now);
  bool is_refused(const WaitingPage& page);

  const JobPlan& plan_;
  Store& store_;
  std::unordered_map<SourceId, bool> follow_;
  std::size_t open_ = 0;  ///< pages taken out of the store and not settled
  std::unordered_map<std::string, std::size_t> open_of_host_;
  std::unordered_map<PageId, std::string> host_of_;
  std::vector<PageOutcome> refused_;
  std::size_t settled_ = 0;    ///< since pages were last taken
  bool got_less_ = false;      ///< when the store was last asked it had less than there was room for
  bool is_exhausted_ = false;  ///< it had nothing
  Clock::time_point last_take_{};
};

}  // namespace pith
