#include "core/render/markdown.hpp"

#include <gtest/gtest.h>

#include "pith/limits.hpp"
#include "tests/core/render/blocks.hpp"
#include "tests/core/render/outline.hpp"
#include "tests/core/render/random_article.hpp"

namespace pith {
namespace {

using namespace test;

void expect_reads_back(const std::vector<Block>& blocks) {
  const std::string markdown = render_markdown(blocks);
  EXPECT_EQ(outline_of_commonmark(markdown), outline_of(blocks)) << markdown;
}

/// Renders blocks, having checked that libcmark reads them back.
std::string markdown(const std::vector<Block>& blocks) {
  expect_reads_back(blocks);
  return render_markdown(blocks);
}

TEST(Markdown, BlocksAreSeparatedByAnEmptyLine) {
  EXPECT_EQ(markdown({Block::heading(2, "Head"), p("one"), typed(BlockType::divider), p("two")}),
            "## Head\n\none\n\n___\n\ntwo\n");
  EXPECT_EQ(markdown({}), "");
  EXPECT_EQ(markdown({p(""), p("a"), p(" ")}), "a\n");
}

TEST(Markdown, ListsOfLinesAreTight) {
  EXPECT_EQ(markdown({bullets({item({p("a")}), item({p("b"), bullets({item({p("c")})})})})}),
            "- a\n- b\n  - c\n");
  EXPECT_EQ(markdown({numbers(9, {item({p("a")}), item({p("b")})})}), "9. a\n10. b\n");
}

TEST(Markdown, ListsOfMoreThanLinesAreIndentedByTheWidthOfTheirMarkers) {
  EXPECT_EQ(markdown({numbers(10, {item({p("a"), p("b")}), item({quote({p("c")})})})}),
            "10. a\n\n    b\n\n11. > c\n");
}

// CommonMark 5.3: an ordered list can interrupt a paragraph only if it starts with 1.
TEST(Markdown, ANumberedListWithAnotherStartIsSetApartFromTheLineAbove) {
  EXPECT_EQ(markdown({bullets({item({p("a"), numbers(3, {item({p("b")})})})})}), "- a\n\n  3. b\n");
}

// CommonMark 5.3: a list ends where the marker changes.
TEST(Markdown, ListsInARowStayTwoLists) {
  EXPECT_EQ(markdown({bullets({item({p("a")})}), bullets({item({p("b")})}), bullets({item({p("c")})})}),
            "- a\n\n+ b\n\n- c\n");
  EXPECT_EQ(markdown({numbers(1, {item({p("a")})}), numbers(1, {item({p("b")})})}), "1. a\n\n1) b\n");
}

TEST(Markdown, ItemsWithNothingToShowAreLeftOut) {
  EXPECT_EQ(markdown({numbers(1, {item({p("a")}), item({}), item({p("b")})})}), "1. a\n\n2. b\n");
  EXPECT_EQ(markdown({bullets({item({bullets({item({bullets({item({})})})})})})}), "");
}

TEST(Markdown, QuotesHoldBlocks) {
  EXPECT_EQ(markdown({quote({p("a"), bullets({item({p("b")})}), quote({p("c")})})}),
            "> a\n>\n> - b\n>\n> > c\n");
}

TEST(Markdown, CodeGetsALongerFenceThanItHolds) {
  EXPECT_EQ(markdown({code("sh", "echo\n\n  `x`\n")}), "```sh\necho\n\n  `x`\n```\n");
  EXPECT_EQ(markdown({code("", "a\n````\nb")}), "`````\na\n````\nb\n`````\n");
  EXPECT_EQ(render_markdown({code("a`b c", "x")}), "```\nx\n```\n") << "no language that could end the fence";
}

TEST(Markdown, AFigureIsItsPicturesAndAnEmphasisedCaption) {
  EXPECT_EQ(
      markdown({figure({{"https://a.example/1.jpg", "Ships", 0, 0}, {"https://a.example/2.jpg", "", 0, 0}},
                       "The harbour.", "AFP")}),
      "![Ships](https://a.example/1.jpg)\n\n![](https://a.example/2.jpg)\n\n*The harbour. (AFP)*\n");
}

TEST(Markdown, AnEmbedIsALink) {
  EXPECT_EQ(markdown({embed("youtube", "https://v.example/1")}), "[youtube](https://v.example/1)\n");
  EXPECT_EQ(render_markdown({embed("", "https://v.example/1")}),
            "[https://v.example/1](https://v.example/1)\n");
}

TEST(Markdown, WhatIsTooDeepIsShownAsParagraphs) {
  const int deep = static_cast<int>(Limits{}.block_depth);
  EXPECT_NE(render_markdown({quoted(deep - 1, code("", "x"))}).find("```"), std::string::npos);
  const std::string markdown = render_markdown({quoted(deep + 1000, p("deep"))});
  EXPECT_NE(markdown.find("> deep"), std::string::npos);
  EXPECT_LT(markdown.size(), 100U);
}

TEST(Markdown, AnArticleBeginsWithTitleSubtitleAndByline) {
  Article article;
  article.title = "Ships *wait*";
  article.subtitle = "A queue";
  article.authors = {"Ann Lee", "Bo Chan"};
  article.published = day(2025, 8, 1);
  article.body = {p("Text.")};
  EXPECT_EQ(render_markdown(article),
            "# Ships \\*wait\\*\n\n*A queue*\n\nBy Ann Lee and Bo Chan, 2025-08-01\n\nText.\n");
}

TEST(Markdown, ArticlesAreSeparatedByABreak) {
  Extraction extraction;
  extraction.articles.resize(2);
  extraction.articles[0].title = "One";
  extraction.articles[1].title = "Two";
  EXPECT_EQ(render_markdown(extraction), "# One\n\n___\n\n# Two\n");
}

TEST(Markdown, CommentsFollowAndAnswersAreQuoted) {
  const Extraction extraction = commented_article();
  EXPECT_EQ(render_markdown(extraction),
            "# One\n\n___\n\n# Comments\n\n**Ann Lee**\n\nWell said.\n\n> Was it?\n");
}

TEST(Markdown, AFeedIsAListOfItsLinks) {
  Extraction extraction;
  extraction.channel = Channel{};
  extraction.channel->title = "Latest";
  extraction.links.resize(2);
  extraction.links[0].url = "https://a.example/1";
  extraction.links[0].title = "First";
  extraction.links[0].authors = {"Ann Lee"};
  extraction.links[0].age = "3 hours ago";
  extraction.links[1].url = "https://a.example/2";
  EXPECT_EQ(render_markdown(extraction),
            "# Latest\n\n- [First](https://a.example/1) (Ann Lee, 3 hours ago)\n"
            "- [https://a.example/2](https://a.example/2)\n");
}

// The property: whatever the blocks, a CommonMark parser reads the same blocks, marks, texts and links.
class RandomMarkdown : public testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomMarkdown, IsReadBackToTheSameStructure) {
  for (std::uint32_t seed = GetParam() * 100; seed < GetParam() * 100 + 100; ++seed) {
    SCOPED_TRACE(seed);
    expect_reads_back(RandomArticle(seed).blocks(4));
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomMarkdown, testing::Range(0U, 8U));

}  // namespace
}  // namespace pith
