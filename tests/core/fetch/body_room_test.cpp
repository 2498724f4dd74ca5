#include "core/fetch/body_room.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <thread>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

constexpr std::size_t kib = 1024;

using Share = BodyRoom::Share;

/// A room of 1,000 KiB for ten bodies, whose first quarter is taken.
struct FullRoom : BodyRoom {
  FullRoom() : BodyRoom(1'000 * kib, 10) { grew(first, 250 * kib); }
  Share first;
};

TEST(BodyRoom, AdmitsWhateverComesFirst) {
  BodyRoom room(1'000 * kib, 10);
  Share shares[3];
  for (Share& share : shares) {
    EXPECT_TRUE(room.admits(share, 100 * kib, 900 * kib));
    room.grew(share, 100 * kib);
  }
  EXPECT_FALSE(room.is_waited_for());
}

TEST(BodyRoom, NeverKeepsASmallBodyWaiting) {
  FullRoom room;
  Share waiting[2];
  EXPECT_TRUE(room.admits(waiting[0], 26 * kib, 400 * kib));
  EXPECT_FALSE(room.admits(waiting[1], 26 * kib, 400 * kib));
  Share small;
  EXPECT_TRUE(room.admits(small, 25 * kib, 900 * kib)) << "ten of them hold a quarter";
}

TEST(BodyRoom, HasRoomForAllOfABodyThatGrowsOn) {
  FullRoom room;
  Share shares[4];
  EXPECT_TRUE(room.admits(shares[0], 100 * kib, 300 * kib));
  EXPECT_TRUE(room.admits(shares[1], 100 * kib, 200 * kib));
  EXPECT_FALSE(room.admits(shares[2], 100 * kib, 100 * kib));
  EXPECT_FALSE(room.admits(shares[3], 100 * kib, 1)) << "it has its turn behind the other";
  room.grew(shares[0], 300 * kib);
  EXPECT_TRUE(room.admits(shares[0], 400 * kib, 0)) << "until it ends";
  EXPECT_FALSE(room.admits(shares[2], 100 * kib, 100 * kib)) << "it held what it holds before it came";
  room.left(shares[1]);
  EXPECT_TRUE(room.admits(shares[2], 100 * kib, 100 * kib));
  EXPECT_TRUE(room.admits(shares[3], 100 * kib, 1));
  EXPECT_FALSE(room.is_waited_for());
}

TEST(BodyRoom, GoesOnWithTheOthersWhenOneGoesThatWaits) {
  FullRoom room;
  Share shares[3];
  EXPECT_TRUE(room.admits(shares[0], 100 * kib, 400 * kib));
  EXPECT_FALSE(room.admits(shares[1], 100 * kib, 400 * kib));
  EXPECT_FALSE(room.admits(shares[2], 100 * kib, 100 * kib));
  room.left(shares[1]);
  EXPECT_TRUE(room.admits(shares[2], 100 * kib, 100 * kib));
}

TEST(BodyRoom, AdmitsOneThatIsLargerThanAllTheRoom) {
  FullRoom room;
  Share huge[2];
  EXPECT_TRUE(room.admits(huge[0], 26 * kib, 5'000 * kib));
  EXPECT_FALSE(room.admits(huge[1], 26 * kib, 5'000 * kib));
  room.left(huge[0]);
  EXPECT_TRUE(room.admits(huge[1], 26 * kib, 5'000 * kib));
}

TEST(BodyRoom, CallsNothingSmallBeyondOneMebibyte) {
  const BodyRoom room(1'000'000 * kib, 1);
  EXPECT_TRUE(room.is_small(1'024 * kib));
  EXPECT_FALSE(room.is_small(1'024 * kib + 1));
}

/// Four at once, and room for one of the bodies.
FetchPolicy with_little_room() {
  FetchPolicy policy = quick();
  policy.concurrency = 4;
  policy.bytes_under_way = 64 * kib;
  return policy;
}

TEST_F(PoliteFetcherTest, BringsEveryBodyWholeThroughLittleRoom) {
  const ScriptedServer server([](const ScriptedRequest& request) {
    return http_answer(200, "", std::string(1'000 * kib, request.path.back()));
  });
  PoliteFetcher fetcher(with_little_room());
  for (std::uint64_t id = 0; id < 10; ++id)
    fetcher.submit({id, server.url("/" + std::to_string(id)), "", ""});
  for (int i = 0; i < 10; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
    EXPECT_EQ(outcome.page->bytes, std::string(1'000 * kib, static_cast<char>('0' + outcome.id)));
  }
  EXPECT_EQ(server.requests().size(), 10U) << "nothing is asked for again";
}

/// One body that fills the room and then stands still, until the server ends.
ScriptedReply standstill() {
  return {"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + std::string(100 * kib, 'a'), Then::silence};
}

void wait_for_bytes(PoliteFetcher& fetcher, std::uint64_t bytes) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (fetcher.activity().received < bytes && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  ASSERT_GE(fetcher.activity().received, bytes);
}

TEST_F(PoliteFetcherTest, HoldsBackALargeBodyAsLongAsThereIsNoRoom) {
  auto stuck = std::make_unique<ScriptedServer>(always(standstill()));
  const ScriptedServer server(site({{"/large", always(ok(std::string(200 * kib, 'b')))},
                                    {"/small", always(ok(std::string(4'000, 's')))}}));
  FetchPolicy policy = with_little_room();
  policy.tries = 1;
  PoliteFetcher fetcher(policy);
  fetcher.submit({1, stuck->url("/"), "", ""});
  wait_for_bytes(fetcher, 100 * kib);
  fetcher.submit({2, server.url("/large"), "", ""});
  fetcher.submit({3, server.url("/small"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).id, 3U) << "a small one does not wait";
  stuck.reset();
  std::map<std::uint64_t, std::string> came;
  for (int i = 0; i < 2; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    came[outcome.id] = outcome.page ? std::to_string(outcome.page->bytes.size()) : outcome.reason;
  }
  EXPECT_EQ(came[1], "the answer breaks off");
  EXPECT_EQ(came[2], std::to_string(200 * kib));
}

// They hold all the room that there is, and none of them stands still or takes longer than it may.
TEST_F(PoliteFetcherTest, BringsLargeBodiesAlthoughSlowServersHoldTheRoom) {
  ScriptedReply drip("HTTP/1.1 200 OK\r\n\r\n" + std::string(140 * kib, 'd'));
  drip.repeated = "d";
  drip.between = milliseconds(30);
  const ScriptedServer slow(always(drip));
  const ScriptedServer server(always(ok(std::string(100 * kib, 'b'))));
  FetchPolicy policy = quick();
  policy.concurrency = policy.per_host = 9;
  policy.bytes = 400 * kib;  // more than the room for those that grow on: there is one at a time
  policy.bytes_under_way = 640 * kib;
  policy.stall_timeout = seconds(2);
  policy.total_timeout = seconds(4);
  policy.tries = 1;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t id = 0; id < 6; ++id) fetcher.submit({id, slow.url("/"), "", ""});
  wait_for_bytes(fetcher, 200 * kib);  // one of them grows on
  for (std::uint64_t id = 6; id < 9; ++id) fetcher.submit({id, server.url("/"), "", ""});
  for (int pages = 0; pages < 3;) {
    const FetchOutcome outcome = outcome_of(fetcher);
    if (outcome.id < 6) {
      EXPECT_EQ(outcome.reason, "less than 64 KiB within 500 ms of a large body, while others wait for room");
      continue;
    }
    ++pages;
    EXPECT_EQ(outcome.reason, "");
  }
}

}  // namespace
}  // namespace pith
