#include "core/fetch/lost_tasks.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(LostTasks, GetWhatIsLetGoOfBeforeItIsOver) {
  LostTasks lost;
  {
    FetchTaskPtr task = std::make_unique<FetchTask>();
    task->keeper = &lost;
    task->request.id = 7;
    const FetchTaskPtr over = std::make_unique<FetchTask>();
  }
  ASSERT_FALSE(lost.empty());
  FetchTaskPtr task = lost.next();
  ASSERT_TRUE(task);
  EXPECT_EQ(task->request.id, 7U);
  task.reset();
  EXPECT_TRUE(lost.empty()) << "it came back";
  EXPECT_FALSE(lost.next());
}

}  // namespace
}  // namespace pith
