// What goes wrong in the fetching thread ends neither the process nor the wait for an outcome.
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "tests/core/fetch/polite_fetch.hpp"
#include "tests/support/scarce_memory.hpp"

namespace pith {
namespace {

void expect_that_it_lives(PoliteFetcher& fetcher) {
  EXPECT_EQ(fetcher.pending(), 0U);
  const ScriptedServer server(always(ok("x")));
  fetcher.submit({99, server.url("/"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
  fetcher.finish();
}

TEST_F(PoliteFetcherTest, EndsAPageThatItsMemoryDoesNotHold) {
  ScriptedReply endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  endless.repeated = std::string(50'000, 'x');
  const ScriptedServer server(always(endless));
  PoliteFetcher fetcher(quick());
  {
    const ScarceMemory scarce(3 << 20);
    fetcher.submit({1, server.url("/"), "", ""});
    const FetchOutcome outcome = outcome_of(fetcher);
    EXPECT_EQ(outcome.end, FetchEnd::failed);
    EXPECT_EQ(outcome.reason, "out of memory");
    EXPECT_EQ(outcomes_of_attempts(outcome), Names{"memory"});
  }
  expect_that_it_lives(fetcher);
}

TEST_F(PoliteFetcherTest, EndsOnlyThePageThatAnExceptionIsOf) {
  const ScriptedServer server(always(ok("x")));
  PoliteFetcher fetcher(quick());
  FetchRequest large{1, server.url("/" + std::string(6'000, 'a')), "", ""};
  {
    const ScarceMemory scarce(5'000, 7'000);
    fetcher.submit(std::move(large));
    fetcher.submit({2, server.url("/small"), "", ""});
    for (int i = 0; i < 2; ++i) {
      const FetchOutcome outcome = outcome_of(fetcher);
      EXPECT_EQ(outcome.end, outcome.id == 1 ? FetchEnd::failed : FetchEnd::fetched);
      EXPECT_EQ(outcome.reason, outcome.id == 1 ? "out of memory" : "");
    }
  }
  expect_that_it_lives(fetcher);
}

// What the thread does for no page in particular: here it tells which host has the longest queue.
TEST_F(PoliteFetcherTest, SaysThatItBrokeDown) {
  const ScriptedServer server(always({"", Then::silence}));
  FetchPolicy policy = quick();
  policy.private_addresses = true;
  policy.per_host = 1;
  PoliteFetcher fetcher(policy);
  const std::string label = std::string(60, 'a') + '.';
  const std::string host = label + label + label + "localhost";
  const std::string url = "http://" + host + ":" + std::to_string(server.port()) + "/";
  fetcher.submit({1, url, "", ""});
  fetcher.submit({2, url, "", ""});
  while (server.requests().empty()) std::this_thread::yield();
  EXPECT_EQ(fetcher.problem(), "");
  const ScarceMemory scarce(host.size() + 1, host.size() + 1);
  fetcher.submit({3, server.url("/other"), "", ""});
  EXPECT_FALSE(fetcher.wait(patience));
  EXPECT_EQ(fetcher.problem(), "fetching broke down: out of memory");
  EXPECT_EQ(fetcher.pending(), 0U);
  fetcher.finish();
}

}  // namespace
}  // namespace pith
