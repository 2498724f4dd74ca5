#include "core/render/text.hpp"

#include <gtest/gtest.h>

#include "pith/limits.hpp"
#include "tests/core/render/blocks.hpp"

namespace pith {
namespace {

using namespace test;

std::string body(std::vector<Block> blocks) {
  Article article;
  article.body = std::move(blocks);
  return render_text(article);
}

TEST(RenderText, AnArticleBeginsWithTitleSubtitleAndByline) {
  Article article;
  article.title = "Ships wait";
  article.subtitle = "A queue";
  article.authors = {"Ann Lee", "Bo Chan", "Cy Dunn"};
  article.published = day(2025, 8, 1);
  article.body = {p("One."), p("Two.")};
  EXPECT_EQ(render_text(article),
            "Ships wait\nA queue\nBy Ann Lee, Bo Chan and Cy Dunn, 2025-08-01\n\nOne.\n\nTwo.\n");
}

TEST(RenderText, TheDateStandsAloneWithoutAuthors) {
  Article article;
  article.published = day(2025, 8, 1);
  EXPECT_EQ(render_text(article), "2025-08-01\n");
}

TEST(RenderText, ADateThatCouldNotBeReadIsNotShown) {
  Article article;
  article.published.emplace().raw = "last Tuesday";
  EXPECT_EQ(render_text(article), "");
  article.authors = {"Ann Lee"};
  EXPECT_EQ(render_text(article), "By Ann Lee\n");
}

TEST(RenderText, ListsKeepTheirMarkers) {
  EXPECT_EQ(body({numbers(9, {item({p("a"), bullets({item({p("b")})})}), item({p("c")})})}),
            "9. a\n   - b\n10. c\n");
}

TEST(RenderText, QuotesCodeTablesAndRulesAreSetOff) {
  EXPECT_EQ(body({quote({p("a"), p("b")}), code("", "if x:\n  y()"), table({{{cell("c"), cell("d")}}}),
                  typed(BlockType::divider)}),
            "> a\n>\n> b\n\n    if x:\n      y()\n\nc\td\n\n* * *\n");
}

TEST(RenderText, FiguresAreTheirCaptionAndEmbedsTheirAddress) {
  EXPECT_EQ(body({figure({{"https://a.example/1.jpg", "Ships", 0, 0}}, "The harbour.", "AFP"),
                  embed("youtube", "https://v.example/1"), figure({}, "", "")}),
            "The harbour. (AFP)\n\n[youtube] https://v.example/1\n");
}

TEST(RenderText, NothingOfAPageCanSteerATerminal) {
  Article article;
  article.title = "a\x1B]0;b\x07\nc";
  article.body = {p("d\x1B[2J"), code("", "e\x1B[1m")};
  EXPECT_EQ(render_text(article), "a]0;b c\n\nd[2J\n\n    e[1m\n");
}

TEST(RenderText, ArticlesAreSeparatedByARule) {
  Extraction extraction;
  extraction.articles.resize(2);
  extraction.articles[0].title = "One";
  extraction.articles[1].title = "Two";
  EXPECT_EQ(render_text(extraction), "One\n\n" + std::string(72, '-') + "\n\nTwo\n");
}

TEST(RenderText, CommentsFollowAndAnswersAreQuoted) {
  const Extraction extraction = commented_article();
  EXPECT_EQ(render_text(extraction),
            "One\n\n" + std::string(72, '-') + "\n\nComments\n\nAnn Lee\n\nWell said.\n\n> Was it?\n");
}

TEST(RenderText, WhatIsTooDeepIsShownAsLines) {
  const std::string text = body({quoted(1000, p("deep"))});
  EXPECT_NE(text.find("> deep\n"), std::string::npos);
  EXPECT_LT(text.size(), 100U);
}

TEST(PageText, OfOneArticleItIsTheTextOfTheBody) {
  Extraction extraction;
  extraction.articles.resize(1);
  extraction.articles[0].title = "Title";
  extraction.articles[0].body = {p("One."), bullets({item({p("Two.")})})};
  EXPECT_EQ(page_text(extraction), "One.\nTwo.");
}

TEST(PageText, OfSeveralArticlesItIsEachTitleAndBody) {
  Extraction extraction;
  extraction.articles.resize(3);
  extraction.articles[0].title = "First";
  extraction.articles[0].body = {p("One.")};
  extraction.articles[1].title = "Second";
  extraction.articles[2].body = {p("Three.")};
  EXPECT_EQ(page_text(extraction), "First\nOne.\nSecond\nThree.");
  EXPECT_EQ(page_text(Extraction{}), "");
}

}  // namespace
}  // namespace pith
