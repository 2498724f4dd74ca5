#include "core/render/utf8.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(Utf8, ValidTextStaysAsItIs) {
  EXPECT_EQ(valid_utf8("plain"), "plain");
  EXPECT_EQ(valid_utf8("caf\xC3\xA9 \xE4\xB8\xAD \xF0\x9F\x98\x80"),
            "caf\xC3\xA9 \xE4\xB8\xAD \xF0\x9F\x98\x80");
  EXPECT_EQ(valid_utf8(""), "");
}

// Unicode 15, chapter 3.9, table 3-8: one U+FFFD for each maximal subpart of a broken sequence.
TEST(Utf8, BrokenSequencesBecomeReplacementCharacters) {
  EXPECT_EQ(valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(valid_utf8("a\xC3"), "a\xEF\xBF\xBD");
  EXPECT_EQ(valid_utf8("\xF1\x80\x80\xE1\x80\xC2z"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
  EXPECT_EQ(valid_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "overlong";
  EXPECT_EQ(valid_utf8("\xED\xA0\x80").find('\xED'), std::string::npos) << "a surrogate";
}

TEST(Utf8, DisplayableTextHasNoControlsButLineBreaks) {
  EXPECT_EQ(displayable("a\x1B[31mred\x07"), "a[31mred");
  EXPECT_EQ(displayable("a\tb\r\nc"), "a b \nc");
  EXPECT_EQ(displayable(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(displayable("a\xC2\x9B"
                        "31m"),
            "a31m")
      << "C1 control sequence introducer";
}

// XML 1.0, section 2.2: the characters that a document can hold.
TEST(Utf8, DisplayableTextHasNothingThatXmlCannotHold) {
  EXPECT_EQ(displayable("a\uFFFE\uFFFF\uFFFDb"), "a\uFFFDb");
}

}  // namespace
}  // namespace pith
