#include "core/fetch/host_pacing.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A time of the clock that the tests pass in.
HostPacing::Time at(int ms) {
  return HostPacing::Time(std::chrono::hours(1) + milliseconds(ms));
}

FetchPolicy policy() {
  FetchPolicy policy;
  policy.delay = milliseconds(100);
  policy.delay_factor = 2;
  policy.longest_delay = milliseconds(5'000);
  policy.longest_wait = milliseconds(10'000);
  return policy;
}

TEST(HostPacing, MayBeginAtOnce) {
  const FetchPolicy rules = policy();
  EXPECT_LE(HostPacing(rules).next_start(), at(0));
}

TEST(HostPacing, WaitsFromTheEndOfOneRequestToTheNext) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.began(at(0));
  pacing.ended(at(40), milliseconds(10), true);
  EXPECT_EQ(pacing.next_start(), at(140));
}

TEST(HostPacing, WaitsBetweenTheBeginningsOfRequestsThatOverlap) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.began(at(0));
  EXPECT_EQ(pacing.next_start(), at(100));
  pacing.began(at(100));
  EXPECT_EQ(pacing.next_start(), at(200));
  pacing.ended(at(150), milliseconds(20), true);
  EXPECT_EQ(pacing.next_start(), at(250));
}

TEST(HostPacing, AsksASlowHostLessOften) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.ended(at(0), milliseconds(400), true);
  EXPECT_EQ(pacing.delay(), milliseconds(800));
  pacing.ended(at(1'000), milliseconds(800), true);  // smoothed: 600
  EXPECT_EQ(pacing.delay(), milliseconds(1'200));
  EXPECT_EQ(pacing.next_start(), at(2'200));
}

TEST(HostPacing, BecomesQuickerAgainWithTheHostButNeverQuickerThanThePolicy) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.ended(at(0), milliseconds(400), true);
  for (int i = 0; i < 20; ++i) pacing.ended(at(i), milliseconds(1), true);
  EXPECT_EQ(pacing.delay(), milliseconds(100));
}

TEST(HostPacing, TheDelayHasABound) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.ended(at(0), seconds(60), true);
  EXPECT_EQ(pacing.delay(), milliseconds(5'000));
}

TEST(HostPacing, AFailureNeverShortensTheDelay) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.ended(at(0), milliseconds(400), true);
  pacing.ended(at(1), milliseconds(2), false);
  EXPECT_EQ(pacing.delay(), milliseconds(800));
  pacing.ended(at(2), milliseconds(1'000), false);
  EXPECT_EQ(pacing.delay(), milliseconds(1'400)) << "but lengthens it";
}

TEST(HostPacing, KeepsToTheCrawlDelayUpToTheLongest) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.set_crawl_delay(milliseconds(3'000));
  EXPECT_EQ(pacing.delay(), milliseconds(3'000));
  pacing.set_crawl_delay(seconds(3'600));
  EXPECT_EQ(pacing.delay(), milliseconds(5'000));
  pacing.set_crawl_delay(milliseconds(1));
  EXPECT_EQ(pacing.delay(), milliseconds(100));
}

TEST(HostPacing, ALongestDelayBelowThePolicysOwnDoesNotShortenThat) {
  FetchPolicy rules = policy();
  rules.longest_delay = milliseconds(10);
  HostPacing pacing(rules);
  pacing.ended(at(0), seconds(5), true);
  EXPECT_EQ(pacing.delay(), milliseconds(100));
}

TEST(HostPacing, LeavesAHostAloneThatAsksForIt) {
  const FetchPolicy rules = policy();
  HostPacing pacing(rules);
  pacing.ended(at(0), milliseconds(1), false);
  pacing.hold_until(at(10'000));
  EXPECT_EQ(pacing.next_start(), at(10'000));
  EXPECT_FALSE(pacing.is_held_too_long(at(0)));
  pacing.hold_until(at(10'001));
  EXPECT_TRUE(pacing.is_held_too_long(at(0)));
  EXPECT_FALSE(pacing.is_held_too_long(at(1)));
  pacing.hold_until(at(5));
  EXPECT_EQ(pacing.held_until(), at(10'001)) << "the longest hold counts";
}

}  // namespace
}  // namespace pith
