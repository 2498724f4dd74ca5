#include "core/export/one_line.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/export/stored_articles.hpp"

namespace pith {
namespace {

using namespace test;

TEST(OneLine, WhiteSpaceAndBreaksBecomeOneSpace) {
  EXPECT_EQ(one_line("  a \t b\r\n\n c\u2028\u2029d  "), "a b c d");
  EXPECT_EQ(one_line(" \n "), "");
  EXPECT_EQ(one_line("a\u00A0b"), "a\u00A0b") << "a space that does not break is a character of the text";
}

TEST(OneLine, ControlsAndBrokenBytesGo) {
  EXPECT_EQ(one_line(std::string_view("a\0\x1B[1mb\x7F\u0085\uFFFE\xFF", 14)), "a[1mb\uFFFD");
}

TEST(OneLine, AnArticleWithoutATitleIsCalledByItsFirstWords) {
  EXPECT_EQ(title_or_first_words(titled(" Ships\nwait ")), "Ships wait");
  EXPECT_EQ(title_or_first_words(titled("\x01", "Forty ships.")), "Forty ships.");
  EXPECT_EQ(title_or_first_words(titled("", "Forty ships " + std::string(60, 'x') + " yes-and-more-of-it")),
            "Forty ships " + std::string(60, 'x') + "\u2026");
  // Of three bytes each; 80 is no multiple.
  std::string han;
  for (int count = 0; count < 40; ++count) han += "\u8239";
  EXPECT_EQ(title_or_first_words(titled("", han)), han.substr(0, 78) + "\u2026");
  Article article;
  article.url = "https://a.example/";
  EXPECT_EQ(title_or_first_words(article), "https://a.example/");
  EXPECT_EQ(title_or_first_words(Article()), "Untitled");
}

}  // namespace
}  // namespace pith
