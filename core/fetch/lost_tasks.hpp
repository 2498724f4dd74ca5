#pragma once

#include "core/fetch/fetch_task.hpp"

namespace pith {

/// Tasks that were let go of before they were over, as happens when an exception unwinds what worked on them:
/// so that each of them can still be given its end. Needs no memory. For one thread.
class LostTasks {
 public:
  LostTasks() = default;
  ~LostTasks();
  LostTasks(const LostTasks&) = delete;
  LostTasks& operator=(const LostTasks&) = delete;

  void take(FetchTask* task) noexcept;
  bool empty() const noexcept { return first_ == nullptr; }
  /// One of them, which does not come back when it is let go of again; null if there is none.
  FetchTaskPtr next() noexcept;

 private:
  FetchTask* first_ = nullptr;
};

}  // namespace pith
