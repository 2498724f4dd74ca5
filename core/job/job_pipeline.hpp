#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/fetch/polite_fetcher.hpp"
#include "core/job/bounded_queue.hpp"
#include "core/job/job_plan.hpp"
#include "core/job/page_task.hpp"
#include "core/job/page_worker.hpp"
#include "core/job/source_reading.hpp"
#include "core/job/stop_event.hpp"

namespace pith {

/// What reaches the thread that writes.
struct JobEvent {
  std::vector<PageOutcome> outcomes;     ///< what became of a page
  std::optional<SourcePlace> place;      ///< its place in a file
  std::optional<std::uint64_t> fetched;  ///< the page was fetched: FetchRequest::id
  std::optional<SourceEvent> source;     ///< an item that is no page, or the end of a source
  std::chrono::milliseconds extraction{0};
  std::uint64_t in_other_shards = 0;
};

/// A page that is being fetched, as long as it is under way.
struct FetchedPage {
  WaitingPage page;
  bool follow = true;
};

/// The threads of a job and the queues between them: readers and the fetcher feed the workers, and all of
/// them the one who calls next().
class JobPipeline {
 public:
  JobPipeline(const JobPlan& plan, PageExtractor& extractor);
  ~JobPipeline();
  JobPipeline(const JobPipeline&) = delete;
  JobPipeline& operator=(const JobPipeline&) = delete;

  /// Reads these sources one after another; `store`, a connection of its own, is asked what is known. Call
  /// once, before next().
  void read(std::vector<std::pair<JobSource, SourceRow>> sources, std::unique_ptr<Store> store);
  void fetch(const FetchedPage& page);

  /// The next event; nothing if none came within `patience`.
  std::optional<JobEvent> next(std::chrono::milliseconds patience) { return events_.take(patience); }

  /// Reads and fetches nothing new, and waits for no input; what is under way comes out by next().
  void finish();
  /// Whether every thread has ended, after finish(), and next() has given everything.
  bool is_over() const { return running_ == 0 && events_.size() == 0; }
  /// Why no page can be fetched or extracted any more; empty as long as they can.
  std::string problem() const;
  FetchActivity activity() const { return fetcher_.activity(); }
  std::size_t queued() const { return tasks_.size(); }

 private:
  void start(std::function<void()> body);
  void end_threads();
  void read_all(const std::vector<std::pair<JobSource, SourceRow>>& sources, Store& store);
  void collect_all();
  void collect(FetchOutcome fetched);
  void work_all();
  void put_task(PageTask task);
  void close_tasks();

  const JobPlan& plan_;
  PageWorker worker_;
  PoliteFetcher fetcher_;
  BoundedQueue<PageTask> tasks_;
  BoundedQueue<JobEvent> events_;
  std::mutex fetching_mutex_;
  std::unordered_map<PageId, FetchedPage> fetching_;
  StopEvent finishing_;
  std::atomic<bool> abandoned_ = false;  ///< nobody takes events any more
  std::atomic<int> feeding_ = 0;         ///< threads that put tasks
  std::atomic<int> running_ = 0;         ///< threads that put events
  std::vector<std::thread> threads_;
};

}  // namespace pith
