#pragma once

#include <memory>
#include <string>

#include "core/store/store.hpp"
#include "tests/core/store/postgres_server.hpp"

namespace pith {

/// A place for a store of one kind, empty at first and gone with the object.
class TestStore {
 public:
  virtual ~TestStore() = default;
  virtual std::string location() const = 0;
  std::unique_ptr<Store> open(StoreUse use = StoreUse::run) const { return open_store(location(), use); }
};

/// A schema of its own.
class PostgresTestStore : public TestStore {
 public:
  explicit PostgresTestStore(const PostgresServer& server);
  ~PostgresTestStore() override;
  std::string location() const override { return server_.location(schema_); }
  const std::string& schema() const { return schema_; }

 private:
  const PostgresServer& server_;
  std::string schema_;
};

/// One server for all tests of a program, started when first asked for. Empty, with the reason in `why_not`,
/// where there is none.
const PostgresServer* shared_postgres_server(std::string& why_not);

/// `kind` is "sqlite" or "postgres". Empty, with the reason in `why_not`, where there is no such database.
std::unique_ptr<TestStore> make_test_store(const std::string& kind, std::string& why_not);

}  // namespace pith
