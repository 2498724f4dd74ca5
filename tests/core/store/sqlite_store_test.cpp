#include <gtest/gtest.h>

#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

TEST(SqliteStore, IsUsedByOneJobAtATime) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.db").string();
  const auto store = open_store(path, StoreUse::run);
  EXPECT_EQ(error_of([&] { open_store(path, StoreUse::run); }),
            path + ": in use by process " + std::to_string(::getpid()) +
                ": let that job end, or give this one another store");
}

}  // namespace
}  // namespace pith
