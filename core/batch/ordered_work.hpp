#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/batch/batch_item.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// What comes out for one item.
struct OutputLine {
  std::string text;
  Status status = Status::failed;
  /// How long the work took.
  std::chrono::milliseconds time{0};
};

/// How many items may be between reader and writer. When a window is full, reading waits: memory does not
/// grow with the input, and one slow page holds back only those more than a window behind it.
struct WorkWindow {
  std::size_t lines = 256;
  /// Bytes of input and finished output together. One line may be under way whatever its size.
  std::size_t bytes = std::size_t{192} << 20;
};

/// Many threads work on lines and pages; the results come out in the order of the input.
///
/// One thread reads, `workers` threads work, and the thread that calls run() writes.
class OrderedWork {
 public:
  using Read = std::function<std::optional<BatchItem>()>;
  /// Must not throw; called from several threads.
  using Work = std::function<OutputLine(const BatchItem&)>;
  /// Gets every result in order; false ends the run.
  using Write = std::function<bool(const OutputLine&)>;

  OrderedWork(unsigned workers, WorkWindow window = {});

  /// Runs until the input ends or `write` wants no more. What `read` or `write` throws is thrown again
  /// after all threads have ended; results of lines read before that are written all the same.
  void run(const Read& read, const Work& work, const Write& write);

 private:
  struct Task {
    BatchItem item;
    OutputLine result;
    std::size_t bytes = 0;
    bool done = false;
  };

  void read_all(const Read& read);
  void work_all(const Work& work);
  void write_all(const Write& write);
  Task* wait_for_task();
  bool room_for(std::size_t bytes) const;
  void stop();

  unsigned workers_;
  WorkWindow window_;

  std::mutex mutex_;
  std::condition_variable room_;     ///< the reader may go on
  std::condition_variable work_;     ///< there is a task to take
  std::condition_variable results_;  ///< the first task is done
  std::deque<Task> tasks_;           ///< in order of input; a deque keeps its elements in place
  std::size_t taken_ = 0;            ///< how many at the front of tasks_ have been taken
  std::size_t bytes_ = 0;
  bool at_end_ = false;
  bool stopped_ = false;
  std::exception_ptr read_error_;
};

}  // namespace pith
