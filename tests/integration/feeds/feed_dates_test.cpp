// Dates as feeds write them: RFC 822 and 3339 as they should, and what else is found.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

/// As read, in UTC where a zone is given; in brackets what nobody could read.
std::string date(const std::string& text) {
  const auto feed = read_feed(rss(item("<pubDate>" + text + "</pubDate>")));
  const auto& published = feed.articles.front().published;
  if (!published) return "none";
  return published->year == 0 ? "[" + published->raw + "]" : published->rfc3339();
}

TEST(FeedDates, OfMail) {
  EXPECT_EQ(date("Thu, 01 Jan 2004 19:48:21 GMT"), "2004-01-01T19:48:21Z");
  EXPECT_EQ(date("Thu, 1 Jan 04 19:48:21 +0100"), "2004-01-01T18:48:21Z");
  EXPECT_EQ(date("01 Jan 2004 19:48 EST"), "2004-01-02T00:48:00Z");
  EXPECT_EQ(date("Thursday, 13 January 2005 10:00:00 PST"), "2005-01-13T18:00:00Z");
  EXPECT_EQ(date("Thu, 5 Sept 2002 00:00:01 GMT"), "2002-09-05T00:00:01Z");
  EXPECT_EQ(date("Thu,  1  Jan  2004 19:48:21 UT"), "2004-01-01T19:48:21Z");
  EXPECT_EQ(date("Mon, 01 Jan 2007 12:00:00"), "2007-01-01T12:00:00") << "no zone is none";
}

TEST(FeedDates, OfTheInternet) {
  EXPECT_EQ(date("2003-12-31T10:14:55Z"), "2003-12-31T10:14:55Z");
  EXPECT_EQ(date("2003-12-31T10:14:55.123+02:00"), "2003-12-31T08:14:55Z");
  EXPECT_EQ(date("2003-12-31T10:14:55+0200"), "2003-12-31T08:14:55Z");
  EXPECT_EQ(date("2003-12-31"), "2003-12-31");
}

TEST(FeedDates, OfUnix) {
  EXPECT_EQ(date("Sun Jan  4 16:29:06 PST 2004"), "2004-01-05T00:29:06Z");
  EXPECT_EQ(date("Sun Jan 4 16:29:06 2004"), "2004-01-04T16:29:06");
}

TEST(FeedDates, ThatAreNoneAreKeptAsWritten) {
  EXPECT_EQ(date("last Tuesday"), "[last Tuesday]");
  EXPECT_EQ(date("2003-02-30T00:00:00Z"), "[2003-02-30T00:00:00Z]");
  EXPECT_EQ(date(""), "none");
}

}  // namespace
}  // namespace pith
