// What goes wrong in the fetching thread ends neither the process nor the wait for an outcome.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/fetch/fetch_hosts.hpp"
#include "core/fetch/fetch_task.hpp"
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

// Where there is no memory for the task itself nobody knows what else would be lost.
TEST_F(PoliteFetcherTest, SaysThatItBrokeDown) {
  const ScriptedServer server(always({"", Then::silence}));
  PoliteFetcher fetcher(quick());
  fetcher.submit({1, server.url("/"), "", ""});
  EXPECT_EQ(fetcher.problem(), "");
  FetchRequest other{2, server.url("/other"), "", ""};
  {
    const ScarceMemory scarce(sizeof(FetchTask), sizeof(FetchTask));
    fetcher.submit(std::move(other));
    EXPECT_FALSE(fetcher.wait(patience));
  }
  EXPECT_EQ(fetcher.problem(), "fetching broke down: out of memory");
  EXPECT_EQ(fetcher.pending(), 0U);
  fetcher.finish();
}

// Or a host would never have its turn again.
TEST(FetchHosts, NeedMemoryOnlyForWhatEnters) {
  const FetchPolicy policy = quick();
  FetchHosts hosts(policy);
  auto task = std::make_unique<FetchTask>();
  FetchTask& same = *task;
  same.set_out(Target::of("http://a.example/"));
  hosts.enter(same);
  const auto now = HostPacing::Clock::now();
  hosts.push_back(std::move(task), now);
  FetchTaskPtr next;
  {
    const ScarceMemory none(0);
    next = hosts.next(now);
    hosts.began(*same.host, now);
    hosts.ended(*same.host, now, milliseconds(1), true);
    hosts.leave(same);
  }
  EXPECT_EQ(next.get(), &same);
  EXPECT_EQ(hosts.tasks(), 0U);
  EXPECT_EQ(hosts.busy(), 0U);
}

}  // namespace
}  // namespace pith
