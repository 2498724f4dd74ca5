#include "core/batch/ordered_work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace pith {
namespace {

using std::chrono::milliseconds;

/// Reads the numbers 1 to `last` as lines.
OrderedWork::Read numbers(std::uint64_t last, std::size_t size = 1) {
  return [last, size, next = std::uint64_t{0}]() mutable -> std::optional<BatchItem> {
    if (next == last) return std::nullopt;
    ++next;
    return InputLine{std::string(size, 'x'), next, false};
  };
}

OutputLine number_of(const BatchItem& item) {
  const InputLine& line = std::get<InputLine>(item);
  return {std::to_string(line.number), Status::ok};
}

TEST(OrderedWork, WritesInTheOrderOfTheInput) {
  OrderedWork work(4);
  std::vector<std::string> written;
  work.run(
      numbers(200),
      [](const BatchItem& item) {
        const InputLine& line = std::get<InputLine>(item);
        std::this_thread::sleep_for(std::chrono::microseconds(line.number % 7 * 300));
        return number_of(item);
      },
      [&](const OutputLine& line) {
        written.push_back(line.text);
        return true;
      });
  ASSERT_EQ(written.size(), 200U);
  for (std::size_t i = 0; i < written.size(); ++i) EXPECT_EQ(written[i], std::to_string(i + 1));
}

TEST(OrderedWork, ASlowLineDoesNotHoldBackTheOthersInItsWindow) {
  OrderedWork work(2, {16, 1 << 20});
  std::atomic<int> done_meanwhile = 0;
  std::atomic<int> finished = 0;
  work.run(
      numbers(12),
      [&](const BatchItem& item) {
        const InputLine& line = std::get<InputLine>(item);
        if (line.number == 1) {
          for (int i = 0; i < 200 && finished < 11; ++i) std::this_thread::sleep_for(milliseconds(10));
          done_meanwhile = finished.load();
        }
        ++finished;
        return number_of(item);
      },
      [](const OutputLine&) { return true; });
  EXPECT_EQ(done_meanwhile, 11);
}

TEST(OrderedWork, ReadsNoFurtherAheadThanItsWindow) {
  OrderedWork work(2, {5, 1 << 20});
  std::atomic<int> read = 0;
  std::atomic<int> written = 0;
  std::atomic<int> furthest = 0;
  auto source = numbers(100);
  work.run(
      [&] {
        auto line = source();
        if (line) furthest = std::max(furthest.load(), ++read - written);
        return line;
      },
      number_of,
      [&](const OutputLine&) {
        std::this_thread::sleep_for(milliseconds(1));
        ++written;
        return true;
      });
  EXPECT_LE(furthest, 7);  // the window, one in the reader's hand, one in the writer's
  EXPECT_EQ(written, 100);
}

TEST(OrderedWork, HoldsNoMoreBytesThanItsWindow) {
  OrderedWork work(1, {1000, 2500});
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  auto source = numbers(20, 1000);
  work.run(
      [&] {
        auto line = source();
        if (line) most = std::max(most.load(), ++under_way);
        return line;
      },
      [](const BatchItem& item) {
        const InputLine& line = std::get<InputLine>(item);
        std::this_thread::sleep_for(milliseconds(1));
        return OutputLine{line.text, Status::ok};
      },
      [&](const OutputLine&) {
        --under_way;
        return true;
      });
  EXPECT_LE(most, 4);  // two in the window, one in the reader's hand, one in the writer's
}

TEST(OrderedWork, TakesALineLargerThanTheWindowAlone) {
  OrderedWork work(2, {10, 10});
  int written = 0;
  work.run(numbers(3, 1000), number_of, [&](const OutputLine&) { return ++written > 0; });
  EXPECT_EQ(written, 3);
}

TEST(OrderedWork, EndsWhenNobodyWantsMore) {
  OrderedWork work(2);
  int written = 0;
  work.run(numbers(1'000'000), number_of, [&](const OutputLine&) { return ++written < 3; });
  EXPECT_EQ(written, 3);
}

TEST(OrderedWork, WritesWhatWasReadBeforeReadingFailed) {
  OrderedWork work(2);
  int written = 0;
  auto source = numbers(5);
  const auto failing = [&] {
    auto line = source();
    if (!line) throw std::runtime_error("damaged");
    return line;
  };
  EXPECT_THROW(work.run(failing, number_of, [&](const OutputLine&) { return ++written > 0; }),
               std::runtime_error);
  EXPECT_EQ(written, 5);
}

TEST(OrderedWork, ThrowsWhatWritingThrows) {
  OrderedWork work(2);
  EXPECT_THROW(work.run(numbers(5), number_of,
                        [](const OutputLine&) -> bool { throw std::runtime_error("disk is full"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace pith
