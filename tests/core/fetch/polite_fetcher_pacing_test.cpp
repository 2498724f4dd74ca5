#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, AsksAHostForNoMoreThanItMayAtOnce) {
  const ScriptedServer server([](const ScriptedRequest&) {
    ScriptedReply reply = ok("x");
    reply.wait = milliseconds(30);
    return reply;
  });
  FetchPolicy policy = quick();
  policy.per_host = 2;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 8; ++i) fetcher.submit({i, server.url("/"), "", ""});
  for (int i = 0; i < 8; ++i) outcome_of(fetcher);
  EXPECT_EQ(server.most_at_once(), 2U);
}

TEST_F(PoliteFetcherTest, LeavesTheDelayBetweenRequests) {
  const ScriptedServer server(always(ok("x")));
  FetchPolicy policy = quick();
  policy.delay = milliseconds(60);
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 4; ++i) fetcher.submit({i, server.url("/"), "", ""});
  for (int i = 0; i < 4; ++i) outcome_of(fetcher);
  const auto requests = server.requests();
  for (std::size_t i = 1; i < requests.size(); ++i) {
    EXPECT_GE(requests[i].at - requests[i - 1].at, milliseconds(55)) << i;
  }
}

TEST_F(PoliteFetcherTest, ASlowHostDoesNotHoldUpAnother) {
  const ScriptedServer server([](const ScriptedRequest& request) {
    ScriptedReply reply = ok("x");
    if (request.header("Host").starts_with("localhost")) return ScriptedReply("", Then::silence);
    return reply;
  });
  FetchPolicy policy = quick();
  policy.allowed_addresses = {"127.0.0.1", "::1"};
  policy.per_host = 1;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 5; ++i) {
    fetcher.submit({i, "http://localhost:" + std::to_string(server.port()) + "/", "", ""});
  }
  fetcher.submit({99, server.url("/"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).id, 99U);
  EXPECT_EQ(fetcher.pending(), 5U);
}

TEST_F(PoliteFetcherTest, WaitsAsLongAsTheServerAsks) {
  const ScriptedServer server(
      site({{"/busy", first(1, http_answer(429, "Retry-After: 1\r\n", ""), ok("well"))},
            {"/other", always(ok("x"))}}));
  FetchPolicy policy = quick();
  policy.per_host = 1;
  PoliteFetcher fetcher(policy);
  fetcher.submit({1, server.url("/busy"), "", ""});
  fetcher.submit({2, server.url("/other"), "", ""});
  for (int i = 0; i < 2; ++i) EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
  const auto asked = server.requests("/busy").at(0).at;
  EXPECT_GE(server.requests("/busy").at(1).at - asked, milliseconds(1'000));
  EXPECT_GE(server.requests("/other").at(0).at - asked, milliseconds(1'000))
      << "the whole host is left alone";
}

TEST_F(PoliteFetcherTest, PostponesAHostThatAsksForLongerThanIsWorthWaiting) {
  const ScriptedServer server(always(http_answer(503, "Retry-After: 3600\r\n", "")));
  FetchPolicy policy = quick();
  policy.per_host = 1;
  policy.longest_wait = seconds(60);
  policy.most_uncollected = 3;
  PoliteFetcher fetcher(policy);
  const auto before = std::chrono::system_clock::now().time_since_epoch();
  for (std::uint64_t i = 0; i < 50; ++i) fetcher.submit({i, server.url("/" + std::to_string(i)), "", ""});
  for (int i = 0; i < 50; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    ASSERT_EQ(outcome.end, FetchEnd::postponed) << outcome.reason;
    EXPECT_EQ(outcome.reason.substr(0, 49), "127.0.0.1 asks for a pause: not asked for another");
    const auto wait = milliseconds(outcome.not_before_ms) - std::chrono::duration_cast<milliseconds>(before);
    EXPECT_GE(wait, seconds(3'599));
    EXPECT_LE(wait, seconds(3'700));
  }
  EXPECT_EQ(server.requests().size(), 1U);
}

// Or a host that is down would cost each of its pages as many time-outs as it may have tries.
TEST_F(PoliteFetcherTest, PostponesAHostThatDoesNotAnswerAgainAndAgain) {
  const ScriptedServer server(always({"", ScriptedReply::Then::close}));
  FetchPolicy policy = quick();
  policy.per_host = 1;
  policy.tries = 2;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 100; ++i) fetcher.submit({i, server.url("/"), "", ""});
  std::map<FetchEnd, int> ends;
  std::string reason;
  for (int i = 0; i < 100; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    ++ends[outcome.end];
    if (outcome.end == FetchEnd::postponed) reason = outcome.reason;
  }
  EXPECT_EQ(server.requests().size(), 10U);
  EXPECT_LE(ends[FetchEnd::failed], 5) << "those that had both their tries";
  EXPECT_EQ(ends[FetchEnd::failed] + ends[FetchEnd::postponed], 100);
  EXPECT_EQ(reason, "127.0.0.1 did not answer 10 times in a row: not asked for another 6 min");
}

}  // namespace
}  // namespace pith
