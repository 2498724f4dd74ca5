#include "core/render/markdown_table.hpp"

#include <gtest/gtest.h>

#include "tests/core/render/blocks.hpp"

namespace pith {
namespace {

using namespace test;

// GitHub Flavored Markdown 4.10
TEST(MarkdownTable, ARowOfHeaderCellsIsTheHead) {
  EXPECT_EQ(
      markdown_table(table({{{cell("Year", true), cell("Ships", true)}}, {{cell("2024"), cell("12")}}})),
      "| Year | Ships |\n| --- | --- |\n| 2024 | 12 |\n");
}

TEST(MarkdownTable, WithoutAHeadItGetsAnEmptyOne) {
  EXPECT_EQ(markdown_table(table({{{cell("a"), cell("b")}}})), "| | |\n| --- | --- |\n| a | b |\n");
}

TEST(MarkdownTable, ShortRowsAreFilledUp) {
  EXPECT_EQ(markdown_table(table({{{cell("a", true), cell("b", true)}}, {{cell("c")}}})),
            "| a | b |\n| --- | --- |\n| c | |\n");
}

TEST(MarkdownTable, CellsThatSpanLeaveEmptyCells) {
  EXPECT_EQ(markdown_table(table({{{cell("a", true, 2, 1), cell("b", true)}},
                                  {{cell("c", false, 1, 2), cell("d"), cell("e")}},
                                  {{cell("f"), cell("g")}}})),
            "| a | | b |\n| --- | --- | --- |\n| c | d | e |\n| | f | g |\n");
}

TEST(MarkdownTable, PipesAndLineBreaksStayInTheirCell) {
  EXPECT_EQ(markdown_table(table({{{cell("a|b\nc", true)}}})), "| a\\|b c |\n| --- |\n");
}

TEST(MarkdownTable, AbsurdSpansAreBounded) {
  const std::string text =
      markdown_table(table({{{cell("a", true, 1'000'000'000, 2'000'000'000)}}, {{cell("b")}}}));
  EXPECT_LT(text.size(), 2000U);
}

TEST(MarkdownTable, NoCellsNoTable) {
  EXPECT_EQ(markdown_table(table({})), "");
  EXPECT_EQ(markdown_table(table({TableRow{}})), "");
}

}  // namespace
}  // namespace pith
