#include "core/job/shard.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

TEST(Shard, IsReadAsPeopleCount) {
  const auto shard = parse_shard("3/16");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->number, 3U);
  EXPECT_EQ(shard->count, 16U);
  for (const char* text : {"", "3", "0/4", "5/4", "1/0", "a/b", "1/2/3", "-1/2", "1/ 2"}) {
    EXPECT_FALSE(parse_shard(text)) << text;
  }
}

TEST(Shard, EveryHostBelongsToExactlyOneAndNoneIsEmpty) {
  constexpr std::uint32_t count = 7;
  std::uint32_t hosts_of[count] = {};
  for (int i = 0; i < 700; ++i) {
    const std::string host = "host" + std::to_string(i) + ".example";
    std::uint32_t owners = 0;
    for (std::uint32_t number = 1; number <= count; ++number) {
      if (!Shard{number, count}.has(host)) continue;
      ++owners;
      ++hosts_of[number - 1];
    }
    EXPECT_EQ(owners, 1U) << host;
  }
  for (const std::uint32_t hosts : hosts_of) EXPECT_GT(hosts, 50U) << "about a hundred each";
}

TEST(Shard, TheWholeHasAll) {
  EXPECT_TRUE(Shard().has("www.example.com"));
  EXPECT_TRUE(Shard().has(""));
}

}  // namespace
}  // namespace pith
