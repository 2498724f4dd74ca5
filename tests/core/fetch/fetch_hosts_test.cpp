#include "core/fetch/fetch_hosts.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace pith {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

FetchHosts::Time at(int ms) {
  return FetchHosts::Time(std::chrono::hours(1) + milliseconds(ms));
}

FetchPolicy policy() {
  FetchPolicy policy;
  policy.per_host = 1;
  policy.delay = milliseconds(100);
  policy.delay_factor = 0;
  policy.longest_wait = seconds(10);
  return policy;
}

FetchTaskPtr task(std::uint64_t id, const std::string& host) {
  auto task = std::make_unique<FetchTask>();
  task->request.id = id;
  task->target = Target::of("http://" + host + "/");
  return task;
}

void push(FetchHosts& hosts, std::uint64_t id, const std::string& host) {
  auto one = task(id, host);
  hosts.enter(*one);
  hosts.push_back(std::move(one), at(0));
}

TEST(FetchHosts, GiveEachHostsTasksInOrderAndOneHostAfterTheOther) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  push(hosts, 2, "a.example");
  push(hosts, 3, "b.example");
  const auto first = hosts.next(at(0));
  hosts.began(*first->host, at(0));
  const auto second = hosts.next(at(0));
  hosts.began(*second->host, at(0));
  EXPECT_EQ(first->request.id + second->request.id, 4U) << "1 and 3: one of each host";
  EXPECT_EQ(hosts.next(at(5'000)), nullptr) << "each host is being asked";
  EXPECT_EQ(hosts.next_turn(), std::nullopt);

  hosts.ended(*first->host, at(5'000), milliseconds(0), true);
  hosts.ended(*second->host, at(5'000), milliseconds(0), true);
  EXPECT_EQ(hosts.next_turn(), at(5'100));
  EXPECT_EQ(hosts.next(at(5'099)), nullptr);
  EXPECT_EQ(hosts.next(at(5'100))->request.id, 2U);
}

TEST(FetchHosts, WhatIsPushedInFrontComesFirst) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  auto urgent = task(2, "a.example");
  hosts.enter(*urgent);
  hosts.push_front(std::move(urgent), at(0));
  EXPECT_EQ(hosts.next(at(0))->request.id, 2U);
}

TEST(FetchHosts, PortsAreOfOneHost) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  push(hosts, 2, "a.example:8080");
  const auto first = hosts.next(at(0));
  hosts.began(*first->host, at(0));
  EXPECT_EQ(hosts.next(at(0)), nullptr);
  EXPECT_EQ(hosts.busy(), 1U);
}

TEST(FetchHosts, TasksOfAHostHeldTooLongComeAtOnceToBeSentAway) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  push(hosts, 2, "a.example");
  const auto first = hosts.next(at(0));
  hosts.began(*first->host, at(0));
  hosts.ended(*first->host, at(10), milliseconds(0), false);
  hosts.hold(*first->host, at(60'000), "asks for a pause", at(10));
  EXPECT_EQ(hosts.next(at(10))->request.id, 2U);
}

TEST(FetchHosts, AHoldThatHasBecomeShortIsWaitedFor) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  const auto first = hosts.next(at(0));
  hosts.hold(*first->host, at(60'000), "asks for a pause", at(0));
  push(hosts, 2, "a.example");
  EXPECT_EQ(hosts.next(at(55'000)), nullptr);
  EXPECT_EQ(hosts.next_turn(), at(60'000));
  EXPECT_EQ(hosts.next(at(60'000))->request.id, 2U);
}

TEST(FetchHosts, CountWhatIsToDoAndNameTheLongestQueue) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  EXPECT_EQ(hosts.longest_queue(), "");
  push(hosts, 1, "a.example");
  push(hosts, 2, "b.example");
  push(hosts, 3, "b.example");
  EXPECT_EQ(hosts.tasks(), 3U);
  EXPECT_EQ(hosts.busy(), 2U);
  EXPECT_EQ(hosts.longest_queue(), "b.example");
  EXPECT_EQ(hosts.take_queued().size(), 3U);
  EXPECT_EQ(hosts.tasks(), 0U);
  EXPECT_EQ(hosts.busy(), 0U);
  EXPECT_EQ(hosts.next(at(9'999)), nullptr);
}

TEST(FetchHosts, RememberAHostWithNothingToDo) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  push(hosts, 1, "a.example");
  const auto first = hosts.next(at(0));
  hosts.began(*first->host, at(0));
  hosts.ended(*first->host, at(20), milliseconds(0), true);
  hosts.leave(*first);
  push(hosts, 2, "a.example");
  EXPECT_EQ(hosts.next(at(119)), nullptr);
  EXPECT_NE(hosts.next(at(120)), nullptr);
}

TEST(FetchHosts, ForgetTheOldestOfVeryMany) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  for (std::size_t i = 0; i < FetchHosts::most_idle + 100; ++i) {
    auto one = task(i, "h" + std::to_string(i) + ".example");
    hosts.enter(*one);
    hosts.began(*one->host, at(static_cast<int>(i)));
    hosts.ended(*one->host, at(static_cast<int>(i)), milliseconds(0), true);
    hosts.leave(*one);
  }
  push(hosts, 1, "h0.example");
  EXPECT_NE(hosts.next(at(0)), nullptr) << "forgotten, so it may be asked";
  push(hosts, 2, "h10099.example");
  EXPECT_EQ(hosts.next(at(0)), nullptr) << "remembered";
}

// Would take minutes if a step looked at every queued page or every host.
TEST(FetchHosts, AHundredThousandPagesAreNoBurden) {
  const FetchPolicy rules = policy();
  FetchHosts hosts(rules);
  for (std::uint64_t i = 0; i < 100'000; ++i) push(hosts, i, "h" + std::to_string(i % 20'000) + ".example");
  int now = 0;
  int served = 0;
  while (hosts.tasks() > 0) {
    while (const auto one = hosts.next(at(now))) {
      hosts.began(*one->host, at(now));
      hosts.ended(*one->host, at(now), milliseconds(0), true);
      hosts.leave(*one);
      ++served;
    }
    now += 100;
  }
  EXPECT_EQ(served, 100'000);
  EXPECT_EQ(now, 500) << "five pages of each host, 100 ms apart";
}

}  // namespace
}  // namespace pith
