#include "core/job/bounded_queue.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

namespace pith {
namespace {

TEST(BoundedQueue, EverythingPutIsTakenOnce) {
  BoundedQueue<int> queue(8, 1'000);
  std::atomic<long> sum = 0;
  std::vector<std::thread> takers;
  for (int i = 0; i < 3; ++i) {
    takers.emplace_back([&] {
      while (const auto element = queue.take()) sum += *element;
    });
  }
  std::vector<std::thread> givers;
  for (int giver = 0; giver < 2; ++giver) {
    givers.emplace_back([&queue, giver] {
      for (int i = giver; i < 2'000; i += 2) EXPECT_TRUE(queue.put(i, 10));
    });
  }
  for (auto& giver : givers) giver.join();
  queue.close();
  for (auto& taker : takers) taker.join();
  EXPECT_EQ(sum, 1'999L * 2'000 / 2);
}

TEST(BoundedQueue, WaitsForRoomByNumberAndByBytes) {
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{600}}) {
    BoundedQueue<int> queue(bytes == 1 ? 1 : 100, 1'000);
    ASSERT_TRUE(queue.put(1, bytes));
    std::atomic<bool> went_in = false;
    std::thread giver([&] {
      queue.put(2, bytes);
      went_in = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_FALSE(went_in) << bytes;
    EXPECT_EQ(queue.take(), 1);
    EXPECT_EQ(queue.take(), 2) << "waits until it has come";
    giver.join();
  }
}

TEST(BoundedQueue, OneElementMayBeOfAnySize) {
  BoundedQueue<int> queue(4, 10);
  EXPECT_TRUE(queue.put(1, 1'000'000));
}

TEST(BoundedQueue, ClosingEndsTheWaiting) {
  BoundedQueue<int> queue(1, 10);
  ASSERT_TRUE(queue.put(1, 1));
  std::thread giver([&] { EXPECT_FALSE(queue.put(2, 1)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  queue.close();
  giver.join();
  EXPECT_FALSE(queue.put(3, 1));
  EXPECT_EQ(queue.take(), 1) << "what is in it can still be taken";
  EXPECT_FALSE(queue.take());
}

TEST(BoundedQueue, GivesUpAfterItsPatience) {
  BoundedQueue<int> queue(1, 10);
  EXPECT_FALSE(queue.take(std::chrono::milliseconds(1)));
}

}  // namespace
}  // namespace pith
