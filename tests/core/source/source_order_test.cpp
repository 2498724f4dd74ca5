#include "core/source/source_order.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(SourceOrder, IsThatOfTimeInWhateverZone) {
  EXPECT_LT(source_order("2024-01-01T23:30:00+09:00", "b", 9), source_order("2024-01-01T15:00:00Z", "a", 1));
}

TEST(SourceOrder, IsThatOfPlaceAtOneTime) {
  EXPECT_LT(source_order("", "a.warc", 9), source_order("", "a.warc", 10));
  EXPECT_LT(source_order("", "a.warc", 10), source_order("", "b.warc", 9));
}

TEST(SourceOrder, TakesNoTimeForTheOldest) {
  EXPECT_LT(source_order("", "z", 1), source_order("1996-01-01T00:00:00Z", "a", 1));
  EXPECT_LT(source_order("soon", "z", 1), source_order("1996-01-01T00:00:00Z", "a", 1));
}

}  // namespace
}  // namespace pith
