#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

#include "tests/core/fetch/polite_fetch.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, OutcomesThatNobodyCollectsHoldBackFurtherTransfers) {
  const ScriptedServer server(always(ok("x")));
  FetchPolicy policy = quick();
  policy.most_uncollected = 5;
  policy.concurrency = 2;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 50; ++i) fetcher.submit({i, server.url("/"), "", ""});
  for (int i = 0; i < 200 && server.requests().size() < 5; ++i) std::this_thread::sleep_for(milliseconds(10));
  std::this_thread::sleep_for(milliseconds(50));
  EXPECT_LE(server.requests().size(), 7U);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
  EXPECT_EQ(server.requests().size(), 50U);
}

TEST_F(PoliteFetcherTest, FinishEndsWhatIsUnderWayAndForgetsTheRest) {
  const ScriptedServer server([](const ScriptedRequest&) {
    ScriptedReply reply = ok("x");
    reply.wait = milliseconds(150);
    return reply;
  });
  FetchPolicy policy = quick();
  policy.per_host = 2;
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 20; ++i) fetcher.submit({i, server.url("/"), "", ""});
  for (int i = 0; i < 500 && server.requests().size() < 2; ++i) std::this_thread::sleep_for(milliseconds(1));
  fetcher.finish();
  EXPECT_EQ(fetcher.pending(), 2U);
  fetcher.submit({99, server.url("/"), "", ""});
  EXPECT_EQ(fetcher.pending(), 2U) << "nothing new is taken";
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
  EXPECT_FALSE(fetcher.wait(patience)) << "at once: nothing can come any more";
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST_F(PoliteFetcherTest, FinishForgetsWhatWaitsForRobotsTxtOrAnotherTry) {
  const ScriptedServer server(site({{"/robots.txt", always({"", Then::silence})}}));
  FetchPolicy policy = with_robots();
  policy.allowed_addresses = {"127.0.0.1", "::1"};
  policy.first_backoff = policy.longest_backoff = seconds(60);
  PoliteFetcher fetcher(policy);
  for (std::uint64_t i = 0; i < 5; ++i) fetcher.submit({i, server.url("/"), "", ""});
  fetcher.submit({9, "http://127.0.0.1:1/", "", ""});
  for (int i = 0; i < 500 && server.requests().empty(); ++i) std::this_thread::sleep_for(milliseconds(1));
  fetcher.finish();
  EXPECT_EQ(fetcher.pending(), 0U);
  EXPECT_FALSE(fetcher.wait(patience));
}

TEST_F(PoliteFetcherTest, EndsAtOnceWhateverIsUnderWay) {
  const ScriptedServer server(always({"HTTP/1.1 200 OK\r\n\r\nhalf a pa", Then::silence}));
  const auto begin = std::chrono::steady_clock::now();
  {
    PoliteFetcher fetcher(quick());
    for (std::uint64_t i = 0; i < 1'000; ++i) fetcher.submit({i, server.url("/"), "", ""});
    for (int i = 0; i < 500 && server.requests().empty(); ++i) std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(10)) << "and not after 20 s of silence";
}

TEST_F(PoliteFetcherTest, WaitsNoLongerThanItIsTold) {
  PoliteFetcher fetcher(quick());
  EXPECT_FALSE(fetcher.wait(milliseconds(0)));
  EXPECT_FALSE(fetcher.wait(milliseconds(5)));
}

TEST_F(PoliteFetcherTest, MayBeUsedFromManyThreads) {
  const ScriptedServer server(always(ok("x")));
  PoliteFetcher fetcher(quick());
  constexpr int each = 40;
  std::vector<std::thread> threads;
  std::atomic<int> fetched = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (std::uint64_t i = 0; i < each; ++i) fetcher.submit({i, server.url("/"), "", ""});
      for (int i = 0; i < each; ++i) {
        const auto outcome = fetcher.wait(patience);
        if (outcome && outcome->end == FetchEnd::fetched) ++fetched;
        fetcher.activity();
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(fetched, 4 * each);
  EXPECT_EQ(fetcher.pending(), 0U);
}

TEST_F(PoliteFetcherTest, RefusesAPolicyThatCannotBeUsed) {
  FetchPolicy policy;
  policy.proxy = "ftp://proxy";
  EXPECT_EQ(error_of([&] { PoliteFetcher fetcher(policy); }).substr(0, 35),
            "proxy: 'ftp://proxy' is no proxy: w");
  policy = {};
  policy.allowed_addresses = {"everywhere"};
  EXPECT_EQ(error_of([&] { PoliteFetcher fetcher(policy); }).substr(0, 38),
            "'everywhere' is no address to allow: w");
  policy = {};
  policy.concurrency = 0;
  EXPECT_EQ(error_of([&] { PoliteFetcher fetcher(policy); }).substr(0, 12), "concurrency:");
}

}  // namespace
}  // namespace pith
