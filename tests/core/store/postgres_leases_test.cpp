#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "tests/core/store/child_process.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/test_store.hpp"

namespace pith {
namespace {

constexpr UnixMs minute = 60'000;

/// What jobs that share a store have, and what becomes of it.
class PostgresServerLeases : public testing::Test {
 protected:
  void SetUp() override {
    std::string why_not;
    server_ = shared_postgres_server(why_not);
    if (server_ == nullptr) GTEST_SKIP() << "NOT TESTED: " << why_not;
    place_ = std::make_unique<PostgresTestStore>(*server_);
  }
  /// What a job that is started now gets. The server needs a moment to see that a connection is gone.
  std::size_t taken_by_a_new_job() const {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    for (;;) {
      const std::size_t pages = place_->open()->take(10, 10, {}, 2).size();
      if (pages > 0 || std::chrono::steady_clock::now() > give_up) return pages;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

  const PostgresServer* server_ = nullptr;
  std::unique_ptr<PostgresTestStore> place_;
};

TEST_F(PostgresServerLeases, WhatAKilledJobHadTheNextOneGets) {
  EXPECT_EQ(in_child([&]() -> std::string {
              const auto store = place_->open();
              taken_pages(*store, {"https://a.example/1", "https://a.example/2"});
              ::kill(::getpid(), SIGKILL);
              return "alive";
            }),
            "killed by signal 9");
  EXPECT_EQ(taken_by_a_new_job(), 2U);
}

TEST_F(PostgresServerLeases, WhatAJobHasThatRunsTheNextOneDoesNotGet) {
  const auto first = place_->open();
  taken_pages(*first, {"https://a.example/1"});
  EXPECT_TRUE(place_->open()->take(10, 10, {}, 2).empty());
}

/// The name goes with the connection, and comes back with it.
TEST_F(PostgresServerLeases, AJobKeepsItsPagesOnAConnectionThatWasMadeAgain) {
  const auto first = place_->open();
  taken_pages(*first, {"https://a.example/1"});
  server_->cut_connections();
  EXPECT_TRUE(first->take(10, 10, {}, 2).empty());
  EXPECT_TRUE(place_->open()->take(10, 10, {}, 2).empty());
}

TEST_F(PostgresServerLeases, AJobThatAsksForMoreKeepsWhatItHas) {
  const auto first = place_->open();
  const auto second = place_->open();
  taken_pages(*first, {"https://a.example/1"});
  EXPECT_TRUE(first->take(0, 10, {}, 8 * minute).empty());
  EXPECT_TRUE(second->take(10, 10, {}, 16 * minute).empty());
  EXPECT_EQ(second->take(10, 10, {}, 24 * minute).size(), 1U);
}

TEST_F(PostgresServerLeases, WhatOneGivesBackIsNotWaitedFor) {
  const auto first = place_->open();
  taken_pages(*first, {"https://a.example/1"});
  first->give_back();
  EXPECT_EQ(first->counts().earliest_not_before, 0);
  EXPECT_EQ(place_->open()->take(10, 10, {}, 2).size(), 1U);
}

TEST_F(PostgresServerLeases, ItIsToldWhenWhatOthersHaveCanBeDone) {
  const auto first = place_->open();
  taken_pages(*first, {"https://a.example/1"});  // at 1 ms
  const auto second = place_->open();
  EXPECT_EQ(second->counts().earliest_not_before, 15 * minute + 1);
  StoreBatch batch;
  batch.found = {page_at("https://b.example/1")};
  second->write(batch);
  EXPECT_EQ(second->counts().earliest_not_before, 0);
}

TEST_F(PostgresServerLeases, WhatAnotherHasIsToldApartUntilItsTimeIsOver) {
  const auto first = place_->open();
  taken_pages(*first, {"https://a.example/1"});  // at 1 ms
  const auto second = place_->open();
  StoreBatch batch;
  batch.found = {page_at("https://b.example/1")};
  second->write(batch);
  const auto leased = [&second](UnixMs now) {
    std::uint64_t pages = 0;
    for (const PageGroup& group : second->page_groups(now)) pages += group.is_leased ? group.pages : 0;
    return pages;
  };
  EXPECT_EQ(leased(15 * minute), 1U);
  EXPECT_EQ(leased(15 * minute + 1), 0U);
}

}  // namespace
}  // namespace pith
