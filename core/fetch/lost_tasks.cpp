#include "core/fetch/lost_tasks.hpp"

#include <utility>

namespace pith {

void LetGo::operator()(FetchTask* task) const noexcept {
  if (task->keeper != nullptr) {
    task->keeper->take(task);
  } else {
    delete task;
  }
}

LostTasks::~LostTasks() {
  while (next()) continue;
}

void LostTasks::take(FetchTask* task) noexcept {
  task->next_lost = std::exchange(first_, task);
}

FetchTaskPtr LostTasks::next() noexcept {
  FetchTask* task = first_;
  if (task == nullptr) return nullptr;
  first_ = std::exchange(task->next_lost, nullptr);
  task->keeper = nullptr;
  return FetchTaskPtr(task);
}

}  // namespace pith
