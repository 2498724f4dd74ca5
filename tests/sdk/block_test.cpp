#include "pith/block.hpp"

#include <gtest/gtest.h>

#include "pith/article.hpp"
#include "pith/boilerplate.hpp"
#include "pith/extraction.hpp"

namespace pith {
namespace {

Block list_of(std::vector<ListItem> items) {
  Block list;
  list.type = BlockType::list;
  list.items = std::move(items);
  return list;
}

Block quote_of(std::vector<Block> children) {
  Block quote;
  quote.type = BlockType::quote;
  quote.children = std::move(children);
  return quote;
}

TEST(Block, AHeadingHasALevelFromOneToSix) {
  EXPECT_EQ(Block::heading(0, "x").level, 1);
  EXPECT_EQ(Block::heading(3, "x").level, 3);
  EXPECT_EQ(Block::heading(9, "x").level, 6);
}

TEST(Block, TextOfSpansIsTheirTextsWithoutMarks) {
  EXPECT_EQ(text_of({Span{.text = "a "}, Span{.text = "bold", .strong = true}, Span{.text = " word"}}),
            "a bold word");
}

TEST(Block, TextOfAListIsALineForEveryBlockOfEveryItem) {
  const Block inner = list_of({{{Block::paragraph("inner")}}});
  EXPECT_EQ(text_of(list_of({{{Block::paragraph("one"), inner}}, {{Block::paragraph("two")}}})),
            "one\ninner\ntwo");
}

TEST(Block, TextOfAQuoteIsWhatIsQuotedInOrder) {
  EXPECT_EQ(text_of(quote_of({Block::paragraph("first"), quote_of({Block::paragraph("second")}),
                              Block::paragraph("third")})),
            "first\nsecond\nthird");
}

TEST(Block, TextOfATableHasALineForARowAndATabBetweenCells) {
  Block table;
  table.type = BlockType::table;
  table.rows = {{{TableCell{{{.text = "a"}}}, TableCell{}, TableCell{{{.text = "c"}}}}},
                {{TableCell{}, TableCell{}}},
                {{TableCell{{{.text = "d"}}}}}};
  EXPECT_EQ(text_of(table), "a\t\tc\nd");
}

TEST(Block, TextOfAFigureIsTheCaptionAndTheCreditInParentheses) {
  Block figure;
  figure.type = BlockType::figure;
  EXPECT_EQ(text_of(figure), "");
  figure.credit = "AFP";
  EXPECT_EQ(text_of(figure), "(AFP)");
  figure.spans = {{.text = "A harbour at dusk."}};
  EXPECT_EQ(text_of(figure), "A harbour at dusk. (AFP)");
}

TEST(Block, TextOfCodeKeepsItsLinesAndLosesTheLastLineBreak) {
  Block code;
  code.type = BlockType::code;
  code.spans = {{.text = "if x:\n\n  y()\n"}};
  EXPECT_EQ(text_of(code), "if x:\n\n  y()");
}

TEST(Block, BlocksWithoutTextLeaveNoEmptyLine) {
  Block embed;
  embed.type = BlockType::embed;
  embed.url = "https://video.example/1";
  Block divider;
  divider.type = BlockType::divider;
  EXPECT_EQ(text_of(std::vector{embed, Block::paragraph("a"), divider, Block::paragraph(""),
                                Block::paragraph("b"), embed}),
            "a\nb");
  EXPECT_EQ(text_of(std::vector<Block>{}), "");
}

TEST(Block, EveryTypeHasANameOfItsOwn) {
  EXPECT_EQ(name_of(BlockType::paragraph), "paragraph");
  EXPECT_EQ(name_of(BlockType::heading), "heading");
  EXPECT_EQ(name_of(BlockType::list), "list");
  EXPECT_EQ(name_of(BlockType::quote), "quote");
  EXPECT_EQ(name_of(BlockType::figure), "figure");
  EXPECT_EQ(name_of(BlockType::table), "table");
  EXPECT_EQ(name_of(BlockType::code), "code");
  EXPECT_EQ(name_of(BlockType::embed), "embed");
  EXPECT_EQ(name_of(BlockType::divider), "divider");
}

TEST(Boilerplate, NamesGoThereAndBack) {
  EXPECT_EQ(name_of(Boilerplate::app_promo), "app_promo");
  EXPECT_EQ(name_of(Boilerplate::other), "other");
  for (int kind = 0; kind <= static_cast<int>(Boilerplate::other); ++kind) {
    const auto boilerplate = static_cast<Boilerplate>(kind);
    EXPECT_EQ(boilerplate_named(name_of(boilerplate)), boilerplate);
  }
}

TEST(Boilerplate, AnUnknownNameIsNoKind) {
  EXPECT_EQ(boilerplate_named("adverts"), std::nullopt);
  EXPECT_EQ(boilerplate_named(""), std::nullopt);
}

TEST(Extraction, StatusesHaveTheNamesOfTheSchema) {
  EXPECT_EQ(name_of(Status::ok), "ok");
  EXPECT_EQ(name_of(Status::partial), "partial");
  EXPECT_EQ(name_of(Status::paywalled), "paywalled");
  EXPECT_EQ(name_of(Status::no_article), "no_article");
  EXPECT_EQ(name_of(Status::layout_changed), "layout_changed");
  EXPECT_EQ(name_of(Status::unsupported), "unsupported");
  EXPECT_EQ(name_of(Status::failed), "failed");
}

TEST(Extraction, OnlyOkAndNoArticleAreSuccess) {
  EXPECT_TRUE(is_success(Status::ok));
  EXPECT_TRUE(is_success(Status::no_article));
  for (Status status :
       {Status::partial, Status::paywalled, Status::layout_changed, Status::unsupported, Status::failed}) {
    EXPECT_FALSE(is_success(status)) << name_of(status);
  }
}

TEST(Article, CompletenessHasTheNamesOfTheSchema) {
  EXPECT_EQ(name_of(Completeness::full), "full");
  EXPECT_EQ(name_of(Completeness::excerpt), "excerpt");
  EXPECT_EQ(name_of(Completeness::empty), "empty");
}

}  // namespace
}  // namespace pith
