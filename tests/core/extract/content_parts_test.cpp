#include "core/extract/content_parts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

Block table() {
  Block block;
  block.type = BlockType::table;
  block.rows.push_back({{TableCell{.spans = {{.text = "tide", .href = "https://tides.example/"}}}}});
  return block;
}

Block figure() {
  Block block;
  block.type = BlockType::figure;
  block.images.push_back({.url = "https://tides.example/pier.jpg"});
  block.spans.push_back({.text = "The pier."});
  return block;
}

Block linked_words() {
  Block block;
  block.spans = {{.text = "See "}, {.text = "the tides", .href = "https://tides.example/"}, {.text = "."}};
  return block;
}

Block quote_of(Block child) {
  Block block;
  block.type = BlockType::quote;
  block.children.push_back(std::move(child));
  return block;
}

Block list_of(Block first, Block second) {
  Block block;
  block.type = BlockType::list;
  block.items = {ListItem{{std::move(first)}}, ListItem{{std::move(second)}}};
  return block;
}

Extraction extraction_of(std::vector<Block> body) {
  Extraction extraction;
  extraction.articles.emplace_back().body = std::move(body);
  return extraction;
}

TEST(ContentParts, StayAsTheyAreUnlessToldOtherwise) {
  Extraction extraction = extraction_of({table(), figure(), linked_words()});
  leave_out(extraction, {});
  EXPECT_EQ(extraction.articles[0].body.size(), 3U);
  EXPECT_TRUE(extraction.removals.empty());
}

TEST(ContentParts, TablesAndFiguresGoAndAreWrittenDown) {
  Extraction extraction = extraction_of({table(), figure(), linked_words()});
  leave_out(extraction, {.tables = false, .images = false});
  ASSERT_EQ(extraction.articles[0].body.size(), 1U);
  EXPECT_EQ(extraction.articles[0].body[0].spans.size(), 3U);
  ASSERT_EQ(extraction.removals.size(), 2U);
  EXPECT_EQ(extraction.removals[0].rule, "--exclude tables");
  EXPECT_EQ(extraction.removals[0].excerpt, "tide");
  EXPECT_EQ(extraction.removals[1].rule, "--exclude images");
  EXPECT_EQ(extraction.removals[1].excerpt, "The pier.");
}

TEST(ContentParts, OfLinksTheWordsStayAsOneSpan) {
  Extraction extraction = extraction_of({linked_words(), table(), quote_of(linked_words())});
  leave_out(extraction, {.links = false});
  const auto& body = extraction.articles[0].body;
  EXPECT_EQ(body[0].spans, std::vector<Span>{{.text = "See the tides."}});
  EXPECT_EQ(body[1].rows[0].cells[0].spans, std::vector<Span>{{.text = "tide"}});
  EXPECT_EQ(body[2].children[0].spans, std::vector<Span>{{.text = "See the tides."}});
}

TEST(ContentParts, WhatHeldNothingElseGoesToo) {
  Extraction extraction = extraction_of({quote_of(table()), list_of(table(), linked_words())});
  leave_out(extraction, {.tables = false});
  ASSERT_EQ(extraction.articles[0].body.size(), 1U);
  EXPECT_EQ(extraction.articles[0].body[0].items.size(), 1U);
  EXPECT_EQ(extraction.removals.size(), 2U);
}

}  // namespace
}  // namespace pith
