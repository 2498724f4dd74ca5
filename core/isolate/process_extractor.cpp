#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/isolate/extraction_workers.hpp"
#include "core/isolate/isolated_worker.hpp"
#include "core/isolate/zygote.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// How often one page waits for a process to be started in vain, and for how long first; four times as long
/// each further time.
constexpr int tries_of_a_page = 4;
constexpr std::chrono::milliseconds first_wait{50};
/// Then the machine is taken to have no process to give.
constexpr int most_failed_starts = 8;

class ProcessExtractor : public PageExtractor {
 public:
  ProcessExtractor(const Registry& registry, const PageExtractionOptions& options, unsigned workers,
                   const IsolationLimits& limits)
      : limits_(limits), zygote_(WorkerTask{registry, options, limits}) {
    for (unsigned i = 0; i < std::max(1U, workers); ++i) {
      free_.push_back(std::make_unique<IsolatedWorker>(zygote_, limits_));
    }
  }

  PageResult extract(const Page& page) override {
    Worker worker = take();
    PageResult result;
    try {
      if (worker == nullptr || !worker->is_usable()) worker = start_in_place_of(std::move(worker));
      result = worker->extract(page);
    } catch (const std::exception& error) {
      worker.reset();
      result = {};
      result.reason = error.what();
    }
    give_back(std::move(worker));
    return result;
  }

  std::string problem() const override {
    const std::lock_guard lock(mutex_);
    return problem_;
  }

 private:
  /// Null if the last one was lost and none was started in its place.
  using Worker = std::unique_ptr<IsolatedWorker>;

  Worker take() {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [this] { return !free_.empty(); });
    Worker worker = std::move(free_.back());
    free_.pop_back();
    return worker;
  }

  void give_back(Worker worker) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(worker));
    freed_.notify_one();
  }

  Worker start_in_place_of(Worker last) {
    last.reset();
    for (int tries = 1;; ++tries) {
      try {
        return start();
      } catch (const Error& error) {
        if (has_given_up(error.what()) || tries >= tries_of_a_page) throw;
      }
      std::this_thread::sleep_for(first_wait * (1 << (2 * (tries - 1))));
    }
  }

  Worker start() {
    if (const std::string problem = this->problem(); !problem.empty()) throw Error(problem);
    auto worker = std::make_unique<IsolatedWorker>(zygote_, limits_);
    const std::lock_guard lock(mutex_);
    failed_starts_ = 0;
    return worker;
  }

  bool has_given_up(const char* why) {
    const bool zygote_has_gone = !zygote_.is_alive();
    const std::lock_guard lock(mutex_);
    ++failed_starts_;
    if (problem_.empty() && (zygote_has_gone || failed_starts_ >= most_failed_starts)) problem_ = why;
    return !problem_.empty();
  }

  IsolationLimits limits_;
  Zygote zygote_;
  mutable std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Worker> free_;
  int failed_starts_ = 0;
  std::string problem_;
};

}  // namespace

std::unique_ptr<PageExtractor> process_extractor(const Registry& registry,
                                                 const PageExtractionOptions& options, unsigned workers,
                                                 IsolationLimits limits) {
  if (!options.plugin.empty()) registry.get(options.plugin);
  return std::make_unique<ProcessExtractor>(registry, options, workers, limits);
}

}  // namespace pith
