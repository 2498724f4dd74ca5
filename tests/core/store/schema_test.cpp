#include "core/store/schema.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "core/store/postgres_database.hpp"
#include "core/store/sqlite_database.hpp"
#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/test_store.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

class Schema : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::string why_not;
    place_ = make_test_store(GetParam(), why_not);
    if (place_ == nullptr) GTEST_SKIP() << "NOT TESTED: " << why_not;
  }
  std::unique_ptr<SqlDatabase> database() const {
    if (GetParam() == "sqlite") return std::make_unique<SqliteDatabase>(place_->location(), StoreUse::run);
    return std::make_unique<PostgresDatabase>(place_->location(), StoreUse::run);
  }
  /// The steps of this program and one more.
  static std::vector<SchemaStep> with_step(const std::string& statements) {
    auto steps = schema_steps();
    steps.push_back({statements, statements});
    return steps;
  }
  static std::string one_text(SqlDatabase& database, const char* statement) {
    std::string text;
    database.query(statement, {}, [&](const SqlRow& row) {
      text = row.text(0);
      return false;
    });
    return text;
  }

  std::unique_ptr<TestStore> place_;
};

INSTANTIATE_TEST_SUITE_P(Kinds, Schema, testing::Values("sqlite", "postgres"),
                         [](const auto& kind) { return kind.param; });

TEST_P(Schema, AnOlderStoreIsTakenToTheNewVersionWithAllThatItHas) {
  write_one(*place_->open(), local_page("https://a.example/1", "One"));
  const auto at = database();
  ASSERT_EQ(schema_version(*at), static_cast<int>(schema_steps().size()));
  migrate(*at, with_step("ALTER TABLE pages ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'"));
  EXPECT_EQ(schema_version(*at), static_cast<int>(schema_steps().size()) + 1);
  EXPECT_EQ(one_text(*at, "SELECT colour FROM pages"), "green");
  EXPECT_EQ(one_text(*at, "SELECT title FROM articles"), "One");
}

TEST_P(Schema, PagesThatTheFirstVersionTookForLocalOnesAreToBeFetched) {
  const auto at = database();
  migrate(*at, {schema_steps().front()});
  at->script(
      "INSERT INTO pages (key, url, host, role, state, place, content_digest) VALUES "
      "('a', '', '', 'article', 'filtered', '', ''), ('b', '', '', 'article', 'filtered', 'b.html', '1'), "
      "('c', '', '', 'article', 'done', '', '1')");
  migrate(*at);
  EXPECT_EQ(one_text(*at, "SELECT key FROM pages WHERE place IS NULL"), "a");
  EXPECT_EQ(one_text(*at, "SELECT count(*) FROM pages WHERE place IS NOT NULL"), "2");
}

TEST_P(Schema, LocalPagesOfTheSecondVersionAreToldByTheirFiles) {
  const auto at = database();
  migrate(*at, {schema_steps()[0], schema_steps()[1]});
  at->script(
      "INSERT INTO pages (key, url, host, role, state, place) VALUES "
      "('folder:saved/a#1.html', '', '', 'article', 'done', '1'), "
      "('jsonl:in/p:q.jsonl:7#0123456789abcdef0123456789abcdef', '', '', 'article', 'done', '2'), "
      "('https://a.example/', 'https://a.example/', '', 'article', 'done', '3'), ('x', '', '', 'article', "
      "'done', '4')");
  migrate(*at);
  std::string places;
  at->query("SELECT source_place FROM pages ORDER BY place", {}, [&](const SqlRow& row) {
    places.append(row.text(0)) += '|';
    return true;
  });
  EXPECT_EQ(places, "saved/a#1.html|in/p:q.jsonl:7|||");
}

TEST_P(Schema, AStepThatFailsChangesNothing) {
  write_one(*place_->open(), local_page("https://a.example/1", "One"));
  const auto at = database();
  EXPECT_NE(
      error_of([&] { migrate(*at, with_step("DROP VIEW copies; ALTER TABLE birds ADD COLUMN x TEXT")); }),
      "no error");
  EXPECT_EQ(schema_version(*at), static_cast<int>(schema_steps().size()));
  EXPECT_EQ(one_text(*at, "SELECT count(*) FROM copies"), "0");
}

TEST_P(Schema, ALaterStoreIsRefused) {
  place_->open();
  migrate(*database(), with_step("CREATE TABLE birds (name TEXT)"));
  const std::string next = std::to_string(schema_steps().size() + 1);
  for (const StoreUse use : {StoreUse::run, StoreUse::read}) {
    const std::string problem = error_of([&] { place_->open(use); });
    EXPECT_NE(problem.find("a store of version " + next + ", and this program knows up to " +
                           std::to_string(schema_steps().size()) +
                           ": use the program that made it, or a newer one"),
              std::string::npos)
        << problem;
  }
}

TEST_P(Schema, ItsViewsTellWhatIsInTheTextsOfJson) {
  PageOutcome outcome = local_page("https://a.example/1", "One");
  outcome.result->links = {
      {"https://a.example/2?utm_source=x", "https://a.example/2", "Two", "item", "2025-08-01"},
      {"https://a.example/3", "https://a.example/3", "", "", ""}};
  outcome.result->ledger = {{"advertisement", ".ad", 3, 99}};
  write_one(*place_->open(), outcome);
  const auto at = database();
  EXPECT_EQ(one_text(*at,
                     "SELECT canonical_url || ' ' || title || ' ' || relation || ' ' || published "
                     "FROM links WHERE title <> ''"),
            "https://a.example/2 Two item 2025-08-01");
  EXPECT_EQ(one_text(*at, "SELECT canonical_url FROM links WHERE title = ''"), "https://a.example/3");
  EXPECT_EQ(one_text(*at, "SELECT kind || ' ' || rule || ' ' || removals || ' ' || text_bytes FROM ledger"),
            "advertisement .ad 3 99");
}

TEST(SchemaOfSqlite, WhatIsNoVersionIsNoStore) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.db").string();
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_exec(database,
               "CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('colour', 'red')",
               nullptr, nullptr, nullptr);
  sqlite3_close(database);
  EXPECT_EQ(error_of([&] { open_store(path, StoreUse::run); }),
            path + ": a database of something else: name another one");
}

}  // namespace
}  // namespace pith
