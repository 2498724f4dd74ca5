#include "core/job/source_watermark.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

SourceProgress start() {
  SourceProgress progress;
  progress.source = 4;
  progress.cursor = "start";
  return progress;
}

TEST(SourceWatermark, IsOnlyAsFarAsAllItemsBefore) {
  SourceWatermark cursor(start());
  EXPECT_FALSE(cursor.changed());
  cursor.done({0, 1, "b"});
  cursor.done({0, 2, "c"});
  EXPECT_FALSE(cursor.changed()) << "the first is still being worked on";
  cursor.done({0, 0, "a"});
  const auto progress = cursor.changed();
  ASSERT_TRUE(progress);
  EXPECT_EQ(progress->source, 4);
  EXPECT_EQ(progress->cursor, "c");
  EXPECT_FALSE(progress->finished);
  EXPECT_FALSE(cursor.changed()) << "told once";
}

TEST(SourceWatermark, IsFinishedWhenTheLastItemIsDoneToo) {
  SourceWatermark cursor(start());
  cursor.done({0, 0, "a"});
  cursor.ended(2, "", 0);
  EXPECT_FALSE(cursor.is_closed());
  EXPECT_FALSE(cursor.changed()->finished);
  cursor.done({0, 1, "b"});
  EXPECT_TRUE(cursor.is_closed());
  EXPECT_TRUE(cursor.changed()->finished);
}

TEST(SourceWatermark, AnEmptySourceIsFinishedWhereItStood) {
  SourceWatermark cursor(start());
  cursor.ended(0, "nothing in it", 3);
  EXPECT_TRUE(cursor.is_closed());
  const auto progress = cursor.changed();
  EXPECT_TRUE(progress->finished);
  EXPECT_EQ(progress->cursor, "start");
  EXPECT_EQ(progress->problem, "nothing in it");
  EXPECT_EQ(progress->lost, 3U);
}

TEST(SourceWatermark, ABrokenSourceIsClosedAndNotFinished) {
  SourceWatermark cursor(start());
  cursor.broke(1, "cannot be read");
  EXPECT_FALSE(cursor.is_closed()) << "what was read of it is still worked on";
  cursor.done({0, 0, "a"});
  EXPECT_TRUE(cursor.is_closed());
  const auto progress = cursor.changed();
  EXPECT_FALSE(progress->finished);
  EXPECT_EQ(progress->cursor, "a");
  EXPECT_EQ(progress->problem, "cannot be read");
}

}  // namespace
}  // namespace pith
