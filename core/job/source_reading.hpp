#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "core/job/job_plan.hpp"
#include "core/job/page_task.hpp"
#include "core/job/stop_event.hpp"

namespace pith {

/// One item out of a file or folder.
struct SourceEvent {
  SourcePlace place;
  std::optional<PageTask> task;       ///< a page that is there
  std::optional<NewPage> found;       ///< a URL to fetch
  std::string refusal;                ///< with `found`: a filter does not want it
  std::optional<PageOutcome> unread;  ///< a page that is not there now
  std::string error;                  ///< what could not be read, or only in part
  bool passed_over = false;           ///< belongs to another part of the job
  std::string known;                  ///< the key of a page that was read before, as it is now
  /// The end of the source: `place.sequence` items.
  bool is_end = false;
  bool is_broken = false;  ///< with `is_end`: it could not be read on; the next run tries again
  std::string name;        ///< with `is_end`: how messages call the source
  std::string problem;
  std::string notice;  ///< PageSource::notice
  std::uint64_t lost = 0;
  std::exception_ptr failure;  ///< with `is_end`: what the store threw; null if nothing. The run ends with it
};

/// Reads one file or folder from where an earlier run left it, item by item, and hands on every item with its
/// place, until its end or until `stop`, also where it waits for standard input or a FIFO. Pages that `store`
/// has read (Store::has_read) are passed over; it is used by nobody else. What cannot be read is the end with
/// a problem, a store that cannot be asked the end with its failure. Never throws. Returns false if `give`
/// did, or when it was stopped.
bool read_source(const JobSource& source, std::size_t reader, const SourceRow& row, const JobPlan& plan,
                 Store& store, const StopEvent& stop, const std::function<bool(SourceEvent)>& give);

}  // namespace pith
