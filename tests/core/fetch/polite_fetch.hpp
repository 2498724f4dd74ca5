#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <chrono>
#include <string>
#include <vector>

#include "core/fetch/polite_fetcher.hpp"
#include "tests/support/scripted_site.hpp"

namespace pith {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Then = ScriptedReply::Then;

inline constexpr seconds patience{20};  // far beyond what any of these takes: only a fault waits for it

/// May fetch from this machine, and does not keep the tests waiting.
inline FetchPolicy quick() {
  FetchPolicy policy;
  policy.allowed_addresses = {"127.0.0.1"};
  policy.per_host = 4;
  policy.delay = milliseconds(0);
  policy.delay_factor = 0;
  policy.first_backoff = milliseconds(1);
  policy.longest_backoff = milliseconds(5);
  policy.robots = false;
  return policy;
}

inline FetchPolicy with_robots() {
  FetchPolicy policy = quick();
  policy.robots = true;
  return policy;
}

inline FetchOutcome outcome_of(PoliteFetcher& fetcher) {
  auto outcome = fetcher.wait(patience);
  EXPECT_TRUE(outcome) << "no outcome came";
  return outcome.value_or(FetchOutcome{});
}

inline FetchOutcome fetch(const std::string& url, const FetchPolicy& policy) {
  PoliteFetcher fetcher(policy);
  fetcher.submit({1, url, "", ""});
  return outcome_of(fetcher);
}

inline std::vector<std::string> outcomes_of_attempts(const FetchOutcome& outcome) {
  std::vector<std::string> all;
  for (const FetchAttempt& attempt : outcome.attempts) all.push_back(attempt.outcome);
  return all;
}

using Names = std::vector<std::string>;

class PoliteFetcherTest : public testing::Test {
 protected:
  // A proxy of the machine that the tests run on is none of theirs.
  static void SetUpTestSuite() { ::setenv("no_proxy", "*", 1); }
};

}  // namespace pith
