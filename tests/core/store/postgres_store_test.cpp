#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/test_store.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

/// What several jobs, a network and a server bring with them.
class PostgresServerStore : public testing::Test {
 protected:
  void SetUp() override {
    std::string why_not;
    server_ = shared_postgres_server(why_not);
    if (server_ == nullptr) GTEST_SKIP() << "NOT TESTED: " << why_not;
    place_ = std::make_unique<PostgresTestStore>(*server_);
  }

  const PostgresServer* server_ = nullptr;
  std::unique_ptr<PostgresTestStore> place_;
};

TEST_F(PostgresServerStore, ThatIsNotThereCanBeMadeButNotRead) {
  EXPECT_NE(
      error_of([&] { place_->open(StoreUse::read); }).find("empty, not a store: `pith job run` makes one"),
      std::string::npos);
  place_->open();
  EXPECT_EQ(titles_of(*place_->open(StoreUse::read)).size(), 0U);
}

TEST_F(PostgresServerStore, ToReadIsNotWrittenTo) {
  place_->open();
  const auto reader = place_->open(StoreUse::read);
  EXPECT_NE(error_of([&] { write_one(*reader, local_page("https://a.example/1", "One")); }).find("read-only"),
            std::string::npos);
}

TEST_F(PostgresServerStore, TwoJobsShareTheHostsAndNoneGetsAnothers) {
  const auto first = place_->open();
  const auto second = place_->open();
  StoreBatch batch;
  for (int i = 0; i < 40; ++i) {
    batch.found.push_back(page_at("https://h" + std::to_string(i % 10) + ".example/" + std::to_string(i)));
  }
  first->write(batch);
  std::map<PageId, int> taken;
  std::set<std::string> of_first;
  std::set<std::string> of_second;
  for (int i = 0; i < 10; ++i) {
    for (const auto& page : first->take(4, 2, {}, 1000)) {
      ++taken[page.id];
      of_first.insert(page.host);
    }
    for (const auto& page : second->take(4, 2, {}, 1000)) {
      ++taken[page.id];
      of_second.insert(page.host);
    }
  }
  EXPECT_EQ(taken.size(), 40U);
  EXPECT_GT(of_first.size(), 0U);
  EXPECT_GT(of_second.size(), 0U);
  EXPECT_EQ(of_first.size() + of_second.size(), 10U) << "a host is one job's at a time";
  EXPECT_TRUE(first->take(4, 4, {}, 1000).empty());
  // What one gives back the other may have.
  first->give_back();
  EXPECT_EQ(second->take(40, 40, {}, 1000).size(), 4 * of_first.size());
}

TEST_F(PostgresServerStore, WhatAJobThatDiedHadIsGivenOutAfterAQuarterOfAnHour) {
  const auto store = place_->open();
  taken_pages(*place_->open(), {"https://a.example/1"});  // at 1 ms, and gone
  constexpr UnixMs quarter = 15 * 60'000;
  EXPECT_TRUE(store->take(1, 1, {}, quarter).empty());
  EXPECT_EQ(store->take(1, 1, {}, quarter + 1).size(), 1U);
}

TEST_F(PostgresServerStore, OfTwoThatDidAPageTheFirstCounts) {
  const auto slow = place_->open();
  const auto fast = place_->open();
  const auto pages = taken_pages(*slow, {"https://a.example/1"});
  const auto again = fast->take(1, 1, {}, 10'000'000);
  ASSERT_EQ(again.size(), 1U);
  write_one(*fast, fetched_page(again[0], result_of({article_at("https://a.example/1", "Fast")})));
  write_one(*slow, fetched_page(pages[0], result_of({article_at("https://a.example/1", "Slow")})));
  EXPECT_EQ(titles_of(*slow), std::vector<std::string>{"Fast"});
  EXPECT_EQ(slow->counts().attempts, 1U);
}

TEST_F(PostgresServerStore, JobsThatWriteAtOnceShowEveryArticleOnce) {
  place_->open();
  std::mutex mutex;
  std::vector<std::string> problems;
  std::vector<std::thread> jobs;
  for (int job = 0; job < 4; ++job) {
    jobs.emplace_back([&, job] {
      const std::string problem = error_of([&] {
        const auto store = place_->open();
        for (int i = 0; i < 30; ++i) {
          PageOutcome outcome =
              local_page("https://a.example/" + std::to_string(job) + '/' + std::to_string(i), "Story");
          outcome.result->articles[0].canonical_url = "https://a.example/story/" + std::to_string(i);
          write_one(*store, outcome);
        }
      });
      const std::lock_guard lock(mutex);
      if (problem != "no error") problems.push_back(problem);
    });
  }
  for (auto& job : jobs) job.join();
  EXPECT_EQ(problems, std::vector<std::string>{});
  EXPECT_EQ(place_->open(StoreUse::read)->counts().articles, 30U);
}

TEST_F(PostgresServerStore, AConnectionThatBreaksBetweenBatchesIsMadeAgain) {
  const auto store = place_->open();
  write_one(*store, local_page("https://a.example/1", "One"));
  server_->cut_connections();
  EXPECT_EQ(titles_of(*store), std::vector<std::string>{"One"});
  server_->cut_connections();
  write_one(*store, local_page("https://a.example/2", "Two"));
  EXPECT_EQ(store->counts().articles, 2U);
}

TEST_F(PostgresServerStore, AConnectionThatBreaksInTheMiddleIsToldOfAndNothingIsWritten) {
  const auto store = place_->open();
  write_one(*store, local_page("https://a.example/1", "One"));
  const std::string schema = place_->schema();
  server_->run("CREATE FUNCTION " + schema +
               ".cut() RETURNS trigger LANGUAGE plpgsql AS "
               "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$; "
               "CREATE TRIGGER cut BEFORE INSERT ON " +
               schema +
               ".articles FOR EACH ROW "
               "WHEN (NEW.title = 'Three') EXECUTE FUNCTION " +
               schema + ".cut()");
  StoreBatch batch;
  batch.outcomes = {local_page("https://a.example/2", "Two"), local_page("https://a.example/3", "Three")};
  const std::string problem = error_of([&] { store->write(batch); });
  EXPECT_NE(problem.find(": the connection is lost: "), std::string::npos) << problem;
  EXPECT_EQ(titles_of(*store), std::vector<std::string>{"One"});
  server_->run("DROP TRIGGER cut ON " + schema + ".articles");
  store->write(batch);
  EXPECT_EQ(store->counts().articles, 3U);
}

TEST_F(PostgresServerStore, WhereNoServerAnswersIsToldWithoutThePassword) {
  const std::string problem =
      error_of([] { open_store("postgresql://ann:secret@/news?host=/nowhere/at/all", StoreUse::run); });
  EXPECT_EQ(problem.find("postgresql:///nowhere/at/all/news: no connection: "), 0U) << problem;
  EXPECT_EQ(problem.find("secret"), std::string::npos) << problem;
}

TEST_F(PostgresServerStore, ADatabaseThatIsNotThereIsToldOf) {
  std::string location = place_->location();
  location.replace(location.find("/postgres?"), 10, "/birds?");
  const std::string problem = error_of([&] { open_store(location, StoreUse::run); });
  EXPECT_NE(problem.find("no connection: "), std::string::npos) << problem;
  EXPECT_NE(problem.find("\"birds\" does not exist"), std::string::npos) << problem;
}

TEST_F(PostgresServerStore, ASchemaOfSomethingElseIsRefused) {
  const std::string location = server_->location("birds");
  server_->run("CREATE SCHEMA birds; CREATE TABLE birds.birds (name TEXT)");
  const std::string problem = error_of([&] { open_store(location, StoreUse::run); });
  server_->run("DROP SCHEMA birds CASCADE");
  EXPECT_NE(problem.find("a database of something else"), std::string::npos) << problem;
}

TEST_F(PostgresServerStore, AUserWithoutRightsIsTold) {
  server_->run("CREATE ROLE guest LOGIN");
  std::string location = place_->location();
  location.replace(location.find("pith@"), 5, "guest@");
  const std::string problem = error_of([&] { open_store(location, StoreUse::run); });
  server_->run("DROP ROLE guest");
  EXPECT_NE(problem.find("permission denied for database postgres: the user needs CREATE on the database"),
            std::string::npos)
      << problem;
}

}  // namespace
}  // namespace pith
