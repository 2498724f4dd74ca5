#include "core/text/quantity.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

using std::chrono::milliseconds;

TEST(Quantity, ReadsTimesAsPeopleWriteThem) {
  EXPECT_EQ(parse_duration("250ms"), milliseconds(250));
  EXPECT_EQ(parse_duration("1.5 s"), milliseconds(1'500));
  EXPECT_EQ(parse_duration(" 5 Min "), milliseconds(300'000));
  EXPECT_EQ(parse_duration("2h"), milliseconds(7'200'000));
  EXPECT_EQ(parse_duration("1d"), milliseconds(86'400'000));
  EXPECT_EQ(parse_duration("0s"), milliseconds(0));
}

TEST(Quantity, ATimeWithoutAUnitIsNone) {
  for (const char* text :
       {"", "5", "s", "-1 s", "1 fortnight", "1e400 s", "nan s", "inf s", "1 s s", "9999 d"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(Quantity, ReadsSizes) {
  EXPECT_EQ(parse_size("512"), 512U);
  EXPECT_EQ(parse_size("64 KiB"), 65'536U);
  EXPECT_EQ(parse_size("1.5MB"), 1'500'000U);
  EXPECT_EQ(parse_size("2 GiB"), std::uint64_t{2} << 30);
  for (const char* text : {"", "MiB", "-1", "1 TiBs", "1e30 GB"}) EXPECT_FALSE(parse_size(text)) << text;
}

TEST(Quantity, WritesNumbersAndTimesForPeople) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'204), "1,204");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
  EXPECT_EQ(duration_in_words(milliseconds(850)), "850 ms");
  EXPECT_EQ(duration_in_words(milliseconds(12'400)), "12.4 s");
  EXPECT_EQ(duration_in_words(milliseconds(1'500)), "1.5 s");
  EXPECT_EQ(duration_in_words(milliseconds(20'000)), "20 s");
  EXPECT_EQ(duration_in_words(milliseconds(20'049)), "20 s");
  EXPECT_EQ(duration_in_words(milliseconds(185'000)), "3 min 5 s");
  EXPECT_EQ(duration_in_words(milliseconds(7'800'000)), "2 h 10 min");
  EXPECT_EQ(duration_in_words(milliseconds(86'400'000)), "1 d");
}

TEST(Quantity, WritesBytesInTheLargestUnitThatNeedsNoFraction) {
  EXPECT_EQ(bytes_in_words(std::uint64_t{1} << 30), "1 GiB");
  EXPECT_EQ(bytes_in_words(std::uint64_t{300} << 20), "300 MiB");
  EXPECT_EQ(bytes_in_words((std::uint64_t{1} << 30) + 1024), "1048577 KiB");
  EXPECT_EQ(bytes_in_words(100), "100 bytes");
  EXPECT_EQ(bytes_in_words(0), "0 bytes");
}

}  // namespace
}  // namespace pith
