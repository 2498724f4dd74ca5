#include "core/store/page_queue.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "core/store/postgres_database.hpp"
#include "core/store/sqlite_database.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"

namespace pith {
namespace {

/// A database that counts what it is asked.
class CountedDatabase : public SqlDatabase {
 public:
  explicit CountedDatabase(std::unique_ptr<SqlDatabase> database) : database_(std::move(database)) {}
  int asked() const { return asked_; }

  SqlDialect dialect() const override { return database_->dialect(); }
  const std::string& name() const override { return database_->name(); }
  std::uint64_t run(const char* statement, std::initializer_list<SqlValue> values) override {
    ++asked_;
    return database_->run(statement, values);
  }
  void query(const char* statement, std::initializer_list<SqlValue> values,
             const std::function<bool(const SqlRow&)>& each) override {
    ++asked_;
    database_->query(statement, values, each);
  }
  void script(const std::string& statements) override { database_->script(statements); }
  void begin() override { database_->begin(); }
  void begin_reading() override { database_->begin_reading(); }
  void commit() override { database_->commit(); }
  void roll_back() noexcept override { database_->roll_back(); }

 private:
  std::unique_ptr<SqlDatabase> database_;
  int asked_ = 0;
};

class PageQueueOf : public StoreFixture {
 protected:
  /// The store's database, with the store closed.
  std::unique_ptr<SqlDatabase> database() {
    store_.reset();
    if (GetParam() == "sqlite") return std::make_unique<SqliteDatabase>(place_->location(), StoreUse::run);
    return std::make_unique<PostgresDatabase>(place_->location(), StoreUse::run);
  }
};
INSTANTIATE_TEST_SUITE_P(Kinds, PageQueueOf, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(PageQueueOf, ManyHostsThatArePutOffCostNoQuestionEach) {
  constexpr int hosts = 300;
  StoreBatch found;
  for (int i = 0; i < hosts; ++i)
    found.found.push_back(page_at("https://h" + std::to_string(i) + ".example/"));
  store().write(found);
  StoreBatch put_off;
  for (const WaitingPage& page : store().take(hosts, 1, {}, 1)) {
    PageOutcome outcome;
    outcome.id = page.id;
    outcome.state = PageState::waiting;
    outcome.not_before = 1'000'000;
    put_off.outcomes.push_back(outcome);
  }
  ASSERT_EQ(put_off.outcomes.size(), 300U);
  store().write(put_off);
  StoreBatch due;
  due.found = {page_at("https://h10-due.example/"), page_at("https://h20-due.example/")};
  store().write(due);

  CountedDatabase counted(database());
  PageQueue queue(counted);
  EXPECT_EQ(queue.take(256, 8, {}, 2).size(), 2U);
  EXPECT_LT(counted.asked(), 20);
  EXPECT_EQ(queue.take(256, 8, {}, 1'000'000).size(), 256U);
}

/// One round through the hosts, also when the host it began with has nothing left.
TEST_P(PageQueueOf, ACallServesNoHostTwice) {
  StoreBatch found;
  found.found = {page_at("https://a.example/1")};
  for (int i = 0; i < 9; ++i) found.found.push_back(page_at("https://b.example/" + std::to_string(i)));
  store().write(found);
  EXPECT_EQ(store().take(256, 3, {}, 1).size(), 4U);
}

}  // namespace
}  // namespace pith
