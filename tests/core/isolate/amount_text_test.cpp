#include "core/isolate/amount_text.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(AmountText, BytesAreInTheLargestUnitWithoutAFraction) {
  EXPECT_EQ(bytes_in_words(std::size_t{1} << 30), "1 GiB");
  EXPECT_EQ(bytes_in_words(std::size_t{300} << 20), "300 MiB");
  EXPECT_EQ(bytes_in_words((std::size_t{1} << 30) + 1024), "1048577 KiB");
  EXPECT_EQ(bytes_in_words(100), "100 bytes");
  EXPECT_EQ(bytes_in_words(0), "0 bytes");
}

TEST(AmountText, TimesAreInSecondsWhereTheyAreWholeOnes) {
  EXPECT_EQ(time_in_words(std::chrono::seconds(20)), "20 s");
  EXPECT_EQ(time_in_words(std::chrono::milliseconds(1500)), "1500 ms");
}

}  // namespace
}  // namespace pith
