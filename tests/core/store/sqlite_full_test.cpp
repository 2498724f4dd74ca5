#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <string>

#include "core/store/store.hpp"
#include "tests/core/store/child_process.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

/// No file of this process may grow beyond `bytes`; a write that would fails with EFBIG.
void limit_files(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

PageOutcome large_page(int number) {
  PageOutcome outcome = local_page("https://a.example/" + std::to_string(number), "Story");
  outcome.result->articles[0].json = std::string(100'000, 'x');
  return outcome;
}

TEST(SqliteFull, StopsTheJobAndLosesNothing) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.db").string();
  const std::string said = in_child([&]() -> std::string {
    limit_files(3'000'000);
    const auto store = open_store(path, StoreUse::run);
    for (int i = 0; i < 100; ++i) {
      try {
        write_one(*store, large_page(i));
      } catch (const StoreFull& full) {
        // It can be looked at all the same, and what was written is there.
        const bool whole = store->counts().articles == static_cast<std::uint64_t>(i);
        return std::to_string(i > 3) + ' ' + std::to_string(whole) + ' ' + full.what();
      }
    }
    return "never full";
  });
  EXPECT_EQ(said, "1 1 " + path +
                      ": no room left to write to: make room and run the job again: it goes on "
                      "where it stopped");
  // With room again it goes on.
  const auto store = open_store(path, StoreUse::run);
  const std::uint64_t before = store->counts().articles;
  EXPECT_GT(before, 3U);
  for (int i = 0; i < 100; ++i) write_one(*store, large_page(i));
  EXPECT_EQ(store->counts().articles, 100U);
}

TEST(SqliteFull, FromTheBeginningIsToldTheSame) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.db").string();
  const std::string said = in_child([&]() -> std::string {
    limit_files(4096);
    open_store(path, StoreUse::run);
    return "opened";
  });
  EXPECT_NE(said.find("no room left to write to"), std::string::npos) << said;
}

}  // namespace
}  // namespace pith
