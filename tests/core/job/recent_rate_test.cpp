#include "core/job/recent_rate.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

using std::chrono::seconds;

TEST(RecentRate, IsThatOfTheLastHalfMinute) {
  const RecentRate::Time start{};
  RecentRate rate(start);
  for (int second = 0; second < 100; ++second) {
    for (int i = 0; i < 50; ++i) rate.add(start + seconds(second));
  }
  EXPECT_DOUBLE_EQ(rate.per_second(start + seconds(100)), 50.0);
  for (int second = 100; second < 130; ++second) rate.add(start + seconds(second));
  EXPECT_DOUBLE_EQ(rate.per_second(start + seconds(130)), 1.0) << "what was before does not count";
}

TEST(RecentRate, InTheBeginningTheWindowIsShorter) {
  const RecentRate::Time start{};
  RecentRate rate(start);
  for (int i = 0; i < 20; ++i) rate.add(start + seconds(1));
  EXPECT_DOUBLE_EQ(rate.per_second(start + seconds(2)), 10.0);
  EXPECT_EQ(rate.count(start + seconds(2)), 20U);
}

TEST(RecentRate, WhereNothingComesItIsNoughtInTheEnd) {
  const RecentRate::Time start{};
  RecentRate rate(start);
  EXPECT_EQ(rate.per_second(start), 0.0);
  rate.add(start + seconds(4));
  EXPECT_EQ(rate.silence(start + seconds(10)), seconds(6));
  EXPECT_EQ(rate.per_second(start + seconds(40)), 0.0);
}

}  // namespace
}  // namespace pith
