#include "core/fetch/body_room.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

constexpr std::size_t kib = 1024;

TEST(BodyRoom, AdmitsAllAsLongAsThereIsRoom) {
  BodyRoom room(1'000 * kib, 10);
  const int bodies[3] = {};
  for (const int& body : bodies) {
    EXPECT_TRUE(room.admits(&body, 300 * kib));
    room.grew(300 * kib);
  }
}

TEST(BodyRoom, WithoutRoomAdmitsTheSmallAndOneOfTheOthers) {
  BodyRoom room(1'000 * kib, 10);
  const int bodies[4] = {};
  room.grew(1'000 * kib);
  EXPECT_TRUE(room.admits(&bodies[0], 500 * kib));
  EXPECT_TRUE(room.admits(&bodies[0], 600 * kib)) << "until it ends";
  EXPECT_FALSE(room.admits(&bodies[1], 500 * kib));
  EXPECT_FALSE(room.admits(&bodies[2], 25 * kib));
  EXPECT_TRUE(room.admits(&bodies[3], 24 * kib)) << "ten of them hold a quarter";
  room.left(&bodies[0], 0);
  EXPECT_TRUE(room.admits(&bodies[1], 500 * kib)) << "the next one";
  EXPECT_FALSE(room.admits(&bodies[2], 25 * kib));
  room.left(&bodies[1], 500 * kib);
  EXPECT_TRUE(room.admits(&bodies[2], 25 * kib)) << "there is room again";
}

TEST(BodyRoom, CallsNothingSmallBeyondOneMebibyte) {
  BodyRoom room(1'000'000 * kib, 1);
  const int bodies[2] = {};
  room.grew(1'000'000 * kib);
  EXPECT_TRUE(room.admits(&bodies[0], 10'000 * kib));
  EXPECT_TRUE(room.admits(&bodies[1], 1'024 * kib - 1));
  EXPECT_FALSE(room.admits(&bodies[1], 1'024 * kib));
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

/// One body that fills the room and then stands still, until it is given up.
ScriptedReply standstill() {
  return {"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + std::string(100 * kib, 'a'), Then::silence};
}

TEST_F(PoliteFetcherTest, HoldsBackALargeBodyAsLongAsThereIsNoRoom) {
  ScriptedReply cut("HTTP/1.1 200 OK\r\n\r\n" + std::string(5 * kib, 'c'));
  cut.repeated = std::string(10 * kib, 'c');
  const ScriptedServer server(site({{"/standstill", always(standstill())},
                                    {"/cut", always(cut)},
                                    {"/large", always(ok(std::string(200 * kib, 'b')))}}));
  FetchPolicy policy = with_little_room();
  policy.stall_timeout = milliseconds(300);
  policy.tries = 1;
  PoliteFetcher fetcher(policy);
  fetcher.submit({1, server.url("/standstill"), "", ""});
  while (fetcher.activity().received < 100 * kib) std::this_thread::yield();
  fetcher.submit({2, server.url("/large"), "", ""});
  fetcher.submit({3, server.url("/cut"), "", "", 8 * kib});
  std::vector<std::uint64_t> order;
  std::map<std::uint64_t, std::string> came;
  for (int i = 0; i < 3; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    order.push_back(outcome.id);
    came[outcome.id] = outcome.page ? std::to_string(outcome.page->bytes.size()) : outcome.reason;
  }
  EXPECT_EQ(came[1], "not a byte within 300 ms");
  EXPECT_EQ(came[2], std::to_string(200 * kib));
  EXPECT_EQ(came[3], std::to_string(8 * kib + 1)) << "what it may not take it does not take later either";
  std::erase(order, 3);
  EXPECT_EQ(order, (std::vector<std::uint64_t>{1, 2})) << "the large one waits for the end of the first";
}

}  // namespace
}  // namespace pith
