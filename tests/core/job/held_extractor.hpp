#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

#include "core/isolate/extraction_workers.hpp"

namespace pith {

/// Extracts any page to an article titled as its bytes, but "slow" only when so many others are done (or
/// after half a minute, so that a test that fails ends).
class HeldExtractor : public PageExtractor {
 public:
  explicit HeldExtractor(int others) : others_(others) {}

  PageResult extract(const Page& page) override {
    std::unique_lock lock(mutex_);
    if (page.bytes == "slow") {
      was_waited_for_ = !done_.wait_for(lock, std::chrono::seconds(30), [this] { return others_ <= 0; });
    } else {
      --others_;
      done_.notify_all();
    }
    PageResult result;
    result.status = page.bytes == "bad" ? Status::failed : Status::ok;
    result.plugin = "new";
    result.articles.emplace_back().title = page.bytes;
    return result;
  }
  /// Whether the others did not come past the slow one.
  bool was_waited_for() {
    const std::lock_guard lock(mutex_);
    return was_waited_for_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  int others_;
  bool was_waited_for_ = false;
};

}  // namespace pith
