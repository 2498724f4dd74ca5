#include "pith/date_time.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

std::string read(std::string_view text) {
  const auto date = parse_date(text);
  return date ? date->rfc3339() : "nothing";
}

TEST(ParseDate, ReadsTheYearsOfRfc822AsRfc5322Says) {
  EXPECT_EQ(read("Tue, 1 Jul 25 10:00 EST"), "2025-07-01T10:00:00-05:00");
  EXPECT_EQ(read("01 Jul 49 10:00:30 GMT"), "2049-07-01T10:00:30Z");
  EXPECT_EQ(read("31 Dec 99 23:59 +0100"), "1999-12-31T23:59:00+01:00");
  EXPECT_EQ(read("1 Jan 50 00:00 UT"), "1950-01-01T00:00:00Z");
  EXPECT_EQ(read("1 Jan 104 10:00"), "2004-01-01T10:00:00") << "three digits count from 1900";
  EXPECT_EQ(read("31 Feb 25 10:00 GMT"), "nothing");
}

TEST(ParseDate, TakesNoOtherNumberOfTwoDigitsForAYear) {
  EXPECT_EQ(read("1 Jul 25"), "nothing");
  EXPECT_EQ(read("Jul 1 25 10:00"), "nothing");
  EXPECT_EQ(read("1 July, 25 10:00"), "nothing");
  EXPECT_EQ(read("1 July 10:25"), "nothing");
  EXPECT_EQ(read("1 Jul 2025 10:00"), "2025-07-01T10:00:00");
}

TEST(DateTime, OfADateThatNobodyCouldReadNothingIsMadeUp) {
  DateTime unread;
  unread.raw = "last Tuesday";
  EXPECT_EQ(unread.rfc3339(), "");
  EXPECT_EQ(unread.in_utc().raw, "last Tuesday");
}

}  // namespace
}  // namespace pith
