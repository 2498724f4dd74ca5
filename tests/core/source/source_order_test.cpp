#include "core/source/source_order.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(SourceOrder, IsThatOfTimeInWhateverZone) {
  EXPECT_LT(source_order("2024-01-01T23:30:00+09:00", "b", {0, 9}),
            source_order("2024-01-01T15:00:00Z", "a", {0, 1}));
}

/// ISO 28500:2017, annex "date": WARC 1.1 allows fractions of a second.
TEST(SourceOrder, ReadsTimesWithFractions) {
  EXPECT_TRUE(source_order("2024-05-01T10:00:00.298061Z", "a", {}).starts_with("2024-05-01T10:00:00"));
}

TEST(SourceOrder, IsThatOfPlaceAtOneTime) {
  EXPECT_LT(source_order("", "a.warc", {0, 9}), source_order("", "a.warc", {0, 10}));
  EXPECT_LT(source_order("", "a.warc", {0, 10}), source_order("", "b.warc", {0, 9}));
  EXPECT_LT(source_order("", "a.warc", {9, 50}), source_order("", "a.warc", {10, 0}));
}

TEST(SourceOrder, TakesNoTimeForTheOldest) {
  EXPECT_LT(source_order("", "z", {0, 1}), source_order("1996-01-01T00:00:00Z", "a", {0, 1}));
  EXPECT_LT(source_order("soon", "z", {0, 1}), source_order("1996-01-01T00:00:00Z", "a", {0, 1}));
}

}  // namespace
}  // namespace pith
