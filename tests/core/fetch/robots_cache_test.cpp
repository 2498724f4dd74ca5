#include "core/fetch/robots_cache.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

RobotsCache::Time at(int seconds) {
  return RobotsCache::Time(std::chrono::hours(1) + std::chrono::seconds(seconds));
}

RobotsVerdict verdict(int until, std::string rules = "") {
  RobotsVerdict verdict;
  verdict.rules = RobotsRules::parse("User-agent: *\n" + rules, "Pith");
  verdict.until = at(until);
  return verdict;
}

TEST(RobotsCache, KnowsAnOriginUntilItsTimeIsOver) {
  RobotsCache cache;
  cache.put("http://a.example", verdict(10, "Disallow: /x"));
  ASSERT_NE(cache.find("http://a.example", at(9)), nullptr);
  EXPECT_FALSE(cache.find("http://a.example", at(9))->rules.allows("/x"));
  EXPECT_EQ(cache.find("https://a.example", at(9)), nullptr) << "another origin";
  EXPECT_EQ(cache.find("http://a.example", at(10)), nullptr);
}

TEST(RobotsCache, TheNewestVerdictCounts) {
  RobotsCache cache;
  cache.put("http://a.example", verdict(10, "Disallow: /x"));
  cache.put("http://a.example", verdict(20));
  EXPECT_TRUE(cache.find("http://a.example", at(0))->rules.allows("/x"));
}

TEST(RobotsCache, ForgetsThoseNotUsedForLongest) {
  RobotsCache cache;
  for (std::size_t i = 0; i < RobotsCache::most_origins; ++i) cache.put(std::to_string(i), verdict(10));
  EXPECT_NE(cache.find("0", at(0)), nullptr);
  cache.put("one more", verdict(10));
  EXPECT_NE(cache.find("0", at(0)), nullptr) << "used a moment ago";
  EXPECT_EQ(cache.find("1", at(0)), nullptr);
}

TEST(RobotsCache, ForgetsWhenRulesTakeTooMuchRoom) {
  std::string rules;
  for (int i = 0; i < 20'000; ++i) rules += "Disallow: /" + std::to_string(i) + "\n";
  RobotsCache cache;
  const RobotsVerdict large = verdict(10, rules);
  const std::size_t fit = RobotsCache::most_bytes / large.rules.bytes();
  for (std::size_t i = 0; i <= fit; ++i) cache.put(std::to_string(i), large);
  EXPECT_EQ(cache.find("0", at(0)), nullptr);
  EXPECT_NE(cache.find("1", at(0)), nullptr);
}

}  // namespace
}  // namespace pith
