#include "core/job/extraction_pool.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/core/job/held_extractor.hpp"

namespace pith {
namespace {

ExtractionPool::Task task(PageId id, const std::string& bytes) {
  ExtractionPool::Task made;
  made.id = id;
  made.page.bytes = bytes;
  return made;
}

TEST(ExtractionPool, ASlowPageHoldsUpNoOther) {
  HeldExtractor extractor(7);
  ExtractionPool pool(extractor, 2);
  pool.put(task(1, "slow"));
  for (PageId id = 2; id <= 8; ++id) pool.put(task(id, "fast"));
  EXPECT_FALSE(pool.has_room()) << "four for each thread";
  std::set<PageId> done;
  for (int i = 0; i < 7; ++i) done.insert(pool.next()->id);
  EXPECT_EQ(done.size(), 7U);
  EXPECT_TRUE(pool.has_room());
  done.insert(pool.next()->id);
  EXPECT_EQ(done, (std::set<PageId>{1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_FALSE(extractor.was_waited_for());
  EXPECT_FALSE(pool.next()) << "nothing is under way";
}

TEST(ExtractionPool, EndsWithPagesThatNobodyTook) {
  HeldExtractor extractor(0);
  ExtractionPool pool(extractor, 1);
  for (PageId id = 1; id <= 4; ++id) pool.put(task(id, "fast"));
  EXPECT_TRUE(pool.next());
}

}  // namespace
}  // namespace pith
