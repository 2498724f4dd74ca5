#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace pith {

/// A queue between threads that holds no more than so many elements and bytes: who puts more waits. One
/// element may be in it whatever its size. Safe from any number of threads.
template <typename T>
class BoundedQueue {
 public:
  BoundedQueue(std::size_t most, std::size_t most_bytes) : most_(most), most_bytes_(most_bytes) {}

  /// Waits for room; false if the queue was closed.
  bool put(T element, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || has_room(bytes); });
    if (closed_) return false;
    elements_.emplace_back(std::move(element), bytes);
    bytes_ += bytes;
    filled_.notify_one();
    return true;
  }

  /// Waits for an element; nothing if the queue was closed and is empty.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return closed_ || !elements_.empty(); });
    return pop();
  }

  /// The same, but no longer than `patience`.
  std::optional<T> take(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    filled_.wait_for(lock, patience, [&] { return closed_ || !elements_.empty(); });
    return pop();
  }

  /// Nothing more is put in; what is in it can still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    room_.notify_all();
    filled_.notify_all();
  }

  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return elements_.size();
  }

 private:
  bool has_room(std::size_t bytes) const {
    return elements_.empty() || (elements_.size() < most_ && bytes_ + bytes <= most_bytes_);
  }

  std::optional<T> pop() {
    if (elements_.empty()) return std::nullopt;
    auto [element, bytes] = std::move(elements_.front());
    elements_.pop_front();
    bytes_ -= bytes;
    room_.notify_all();
    return std::optional<T>(std::move(element));
  }

  const std::size_t most_;
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable filled_;
  std::deque<std::pair<T, std::size_t>> elements_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace pith
