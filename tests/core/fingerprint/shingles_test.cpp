#include "core/fingerprint/shingles.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace pith {
namespace {

TEST(Shingles, AreAllRunsOfThreeWords) {
  EXPECT_EQ(shingles("one two").size(), 0U);
  EXPECT_EQ(shingles("one two three").size(), 1U);
  EXPECT_EQ(shingles("one two three four five").size(), 3U);
  EXPECT_EQ(shingles("one two three four five", 5).size(), 1U);
  EXPECT_EQ(shingles("").size(), 0U);
}

TEST(Shingles, CaseAndPunctuationAndSpaceDoNotCount) {
  EXPECT_EQ(shingles("The “Quick”, brown\n\n fox — jumps!"), shingles("the quick brown fox jumps"));
  EXPECT_EQ(shingles("ÉCOLE Ärger ΣΟΦΙΑ жизнь"), shingles("école ärger σοφια ЖИЗНЬ"));
}

TEST(Shingles, OrderAndWordsCount) {
  EXPECT_NE(shingles("a b c d"), shingles("a b d c"));
  EXPECT_NE(shingles("ab c d e"), shingles("a bc d e"));
  EXPECT_NE(shingles("a b c d"), shingles("a b c e"));
}

TEST(Shingles, EveryCharacterOfAScriptWithoutSpacesIsAWord) {
  EXPECT_EQ(shingles("香港的新聞").size(), 3U);
  EXPECT_EQ(shingles("香港，的新。聞"), shingles("香港的新聞"));
  EXPECT_EQ(shingles("ที่กรุงเทพ").size(), 8U);              // ten characters, marks included
  EXPECT_EQ(shingles("서울 뉴스 오늘 아침").size(), 2U);  // Korean puts spaces
}

TEST(Shingles, MarksBelongToTheirWord) {
  EXPECT_EQ(shingles("हिन्दी में एक वाक्य").size(), 2U);
}

TEST(Shingles, BrokenUtf8SeparatesWords) {
  EXPECT_EQ(shingles("one\xff two\xc3 three\xe2\x82 four"), shingles("one two three four"));
}

TEST(Shingles, OfAnEndlessTextTheBeginningIsEnough) {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "w" + std::to_string(i) + ' ';
  const auto found = shingles(text);
  EXPECT_EQ(found.size(), most_shingled_words - shingle_words + 1);
  EXPECT_EQ(std::set(found.begin(), found.end()).size(), found.size());
}

}  // namespace
}  // namespace pith
