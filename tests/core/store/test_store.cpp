#include "tests/core/store/test_store.hpp"

#include <atomic>

#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

class SqliteTestStore : public TestStore {
 public:
  std::string location() const override { return (folder_.path() / "articles.db").string(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

PostgresTestStore::PostgresTestStore(const PostgresServer& server) : server_(server) {
  static std::atomic<int> number{0};
  schema_ = "test" + std::to_string(++number);
}

PostgresTestStore::~PostgresTestStore() {
  server_.run("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
}

const PostgresServer* shared_postgres_server(std::string& why_not) {
  static std::string problem;
  static const auto server = PostgresServer::start(problem);
  why_not = problem;
  return server.get();
}

std::unique_ptr<TestStore> make_test_store(const std::string& kind, std::string& why_not) {
  if (kind == "sqlite") return std::make_unique<SqliteTestStore>();
  const PostgresServer* const server = shared_postgres_server(why_not);
  if (server == nullptr) return nullptr;
  return std::make_unique<PostgresTestStore>(*server);
}

}  // namespace pith
