#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/isolate/extraction_workers.hpp"
#include "core/job/bounded_queue.hpp"
#include "core/store/store.hpp"
#include "pith/page.hpp"

namespace pith {

/// Extracts pages in threads of its own, each as soon as one is free: a slow page holds up no other. Holds no
/// more than four pages for each thread, and 48 MiB of them. One thread uses it.
class ExtractionPool {
 public:
  struct Task {
    PageId id = 0;
    std::string url;
    Page page;
  };
  struct Done {
    PageId id = 0;
    std::string url;
    PageResult result;
  };

  /// The extractor must outlive it. Throws Error if the threads cannot be started.
  ExtractionPool(PageExtractor& extractor, unsigned workers);
  /// Waits for what is being extracted; what was not begun is dropped.
  ~ExtractionPool();
  ExtractionPool(const ExtractionPool&) = delete;
  ExtractionPool& operator=(const ExtractionPool&) = delete;

  bool has_room() const noexcept { return under_way_ < most_; }
  /// Only with room; waits as long as the pages that nobody has begun are too large together.
  void put(Task task);
  /// What is done next, in any order; nothing if nothing is under way.
  std::optional<Done> next();

 private:
  void work();
  void end();

  PageExtractor& extractor_;
  const std::size_t most_;
  std::size_t under_way_ = 0;
  std::atomic<bool> abandoned_ = false;
  BoundedQueue<Task> tasks_;
  BoundedQueue<Done> done_;
  std::vector<std::thread> threads_;
};

}  // namespace pith
