#include "core/batch/line_reader.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "tests/support/text_source.hpp"

namespace pith {
namespace {

LineReader reader_of(const std::string& text, std::size_t longest = 1000, std::size_t piece = 3) {
  return LineReader(std::make_unique<TextSource>(text, piece), longest);
}

TEST(LineReader, KeepsBlankLinesAndALastOneWithoutItsEnd) {
  auto reader = reader_of("first\n\nthird\r\nlast");
  for (const char* text : {"first", "", "third", "last"}) {
    const auto line = reader.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, text);
  }
  EXPECT_FALSE(reader.next());
}

TEST(LineReader, CountsEveryLineFromOne) {
  auto reader = reader_of("a\n\nb\n");
  EXPECT_EQ(reader.next()->number, 1U);
  EXPECT_EQ(reader.next()->number, 2U);
  EXPECT_EQ(reader.next()->number, 3U);
  EXPECT_FALSE(reader.next());
}

TEST(LineReader, LeavesOutAByteOrderMarkBeforeALine) {
  auto reader = reader_of("\xef\xbb\xbf{}\na \xef\xbb\xbf\n\xef\xbb\xbf[]\n\xef\xbb\xbf");
  for (const char* text : {"{}", "a \xef\xbb\xbf", "[]", ""}) {
    const auto line = reader.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, text);
  }
  EXPECT_FALSE(reader.next());
}

TEST(LineReader, HasNoLineInAnEmptyInput) {
  EXPECT_FALSE(reader_of("").next());
}

TEST(LineReader, KeepsALineOfExactlyTheLongestLength) {
  auto reader = reader_of("12345\n", 5);
  const auto line = reader.next();
  EXPECT_EQ(line->text, "12345");
  EXPECT_FALSE(line->too_long);
}

TEST(LineReader, PassesOverTheRestOfALineThatIsTooLongAndGoesOn) {
  auto reader = reader_of(std::string(100'000, 'x') + "\nnext\n", 5000, 1000);
  const auto line = reader.next();
  EXPECT_TRUE(line->too_long);
  EXPECT_LE(line->text.size(), 5000U);
  EXPECT_EQ(reader.next()->text, "next");
  EXPECT_FALSE(reader.next());
}

}  // namespace
}  // namespace pith
