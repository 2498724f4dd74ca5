#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace pith {

/// Calls `work(0)` ... `work(count - 1)` on as many threads, which all begin at the same moment.
template <class Work>
void at_once(std::size_t count, const Work& work) {
  std::atomic<std::size_t> waiting = count;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      --waiting;
      while (waiting > 0) std::this_thread::yield();
      work(i);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace pith
