#include "core/batch/ordered_work.hpp"

#include <algorithm>
#include <utility>

namespace pith {

OrderedWork::OrderedWork(unsigned workers, WorkWindow window)
    : workers_(std::max(1U, workers)), window_(window) {}

bool OrderedWork::room_for(std::size_t bytes) const {
  return tasks_.empty() || (tasks_.size() < window_.lines && bytes_ + bytes <= window_.bytes);
}

void OrderedWork::read_all(const Read& read) {
  try {
    while (auto item = read()) {
      std::unique_lock lock(mutex_);
      const std::size_t bytes = bytes_of(*item);
      room_.wait(lock, [&] { return stopped_ || room_for(bytes); });
      if (stopped_) return;
      Task& task = tasks_.emplace_back();
      task.item = std::move(*item);
      task.bytes = bytes;
      bytes_ += bytes;
      work_.notify_one();
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    read_error_ = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  at_end_ = true;
  work_.notify_all();
  results_.notify_all();
}

OrderedWork::Task* OrderedWork::wait_for_task() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [&] { return stopped_ || taken_ < tasks_.size() || at_end_; });
  if (stopped_ || taken_ == tasks_.size()) return nullptr;
  return &tasks_[taken_++];
}

void OrderedWork::work_all(const Work& work) {
  while (Task* task = wait_for_task()) {
    OutputLine result = work(task->item);
    const std::lock_guard lock(mutex_);
    bytes_ += result.text.size() - task->bytes;
    task->bytes = result.text.size();
    task->item = {};
    task->result = std::move(result);
    task->done = true;
    results_.notify_one();
    room_.notify_one();
  }
}

void OrderedWork::write_all(const Write& write) {
  for (;;) {
    std::unique_lock lock(mutex_);
    results_.wait(lock, [&] { return tasks_.empty() ? at_end_ : tasks_.front().done; });
    if (tasks_.empty()) return;
    const OutputLine result = std::move(tasks_.front().result);
    bytes_ -= tasks_.front().bytes;
    tasks_.pop_front();
    --taken_;
    room_.notify_one();
    lock.unlock();
    if (!write(result)) return;
  }
}

void OrderedWork::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  room_.notify_all();
  work_.notify_all();
}

void OrderedWork::run(const Read& read, const Work& work, const Write& write) {
  std::vector<std::thread> threads;
  threads.emplace_back([&] { read_all(read); });
  for (unsigned i = 0; i < workers_; ++i) threads.emplace_back([&] { work_all(work); });
  std::exception_ptr write_error;
  try {
    write_all(write);
  } catch (...) {
    write_error = std::current_exception();
  }
  stop();
  for (auto& thread : threads) thread.join();
  if (write_error) std::rethrow_exception(write_error);
  if (read_error_) std::rethrow_exception(read_error_);
}

}  // namespace pith
