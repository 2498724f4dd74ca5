#include "tests/core/store/test_store.hpp"

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

std::unique_ptr<TestStore> make_test_store(const std::string& kind, std::string& why_not) {
  if (kind == "sqlite") return std::make_unique<SqliteTestStore>();
  why_not = "no store of the kind " + kind;
  return nullptr;
}

}  // namespace pith
