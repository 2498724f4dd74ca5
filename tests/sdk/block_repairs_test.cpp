#include "pith/block_repairs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/body_reader.hpp"
#include "pith/document.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const std::vector<Block>& blocks) {
  Texts out;
  for (const Block& block : blocks) out.push_back(text_of(block));
  return out;
}

Texts lines_of(const std::string& html) {
  const Page page;
  const Document document = Document::parse(html);
  PageContext context(page, document);
  std::vector<Block> blocks = read_body(document.body(), context);
  split_lines(blocks, {document.body()}, context);
  return texts(blocks);
}

std::vector<Block> with_photos(std::vector<std::string> paragraphs) {
  std::vector<Block> blocks;
  for (std::string& text : paragraphs) blocks.push_back(Block::paragraph(std::move(text)));
  Ledger ledger;
  photo_lines(blocks, ledger);
  return blocks;
}

TEST(SplitLines, MakesAParagraphOfEveryLineThatABreakEnds) {
  EXPECT_EQ(lines_of("<div>Cranes at dusk<br>The <b>first</b> crane.<br><br>The second.<br></div>"),
            (Texts{"Cranes at dusk", "The first crane.", "The second."}));
}

TEST(SplitLines, TakesSpansThatHoldASentenceEachForLines) {
  EXPECT_EQ(lines_of("<div><span>The first crane is red.</span><span>The second is not.</span></div>"),
            (Texts{"The first crane is red.", "The second is not."}));
}

TEST(SplitLines, PartsWordsThatWouldRunTogether) {
  EXPECT_EQ(lines_of("<div><span>It is catching up in</span><a href=/x>robot cranes</a></div>"),
            (Texts{"It is catching up in", "robot cranes"}));
}

TEST(SplitLines, LeavesInlineMarkupInASentenceAlone) {
  const std::string html =
      "<p>The <span>first</span> crane <em>is</em> <a href=/r>Red</a>, said Ann. <b>Nobody</b> is.</p>";
  EXPECT_EQ(lines_of(html), (Texts{"The first crane is Red, said Ann. Nobody is."}));
  EXPECT_EQ(lines_of("<p><span>T</span><span>he first crane.</span></p>"), (Texts{"The first crane."}));
}

TEST(SplitLines, TakesTimeLinearInTheLinesOfAParagraph) {
  constexpr std::size_t lines = 50'000;
  std::string html = "<div>";
  for (std::size_t i = 0; i < lines; ++i) html += "<span>A b c.</span><br>";
  // Copying the paragraph for each of its lines would take minutes.
  EXPECT_EQ(lines_of(html + "</div>").size(), lines);
}

TEST(PhotoLines, ALineOfItsOwnIsAFigure) {
  const std::vector<Block> blocks = with_photos({"The quay at dawn, before the cranes. Photo: Ann Lee"});
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].type, BlockType::figure);
  EXPECT_EQ(text_of(blocks[0].spans), "The quay at dawn, before the cranes.");
  EXPECT_EQ(blocks[0].credit, "Ann Lee");
}

TEST(PhotoLines, TheLastSentenceOfALongerTextIsTheCaption) {
  const std::string text =
      "The cranes stay, the harbour council said on Monday. “We have grown used to them,” said its chair. ";
  const std::vector<Block> blocks = with_photos({text + "The quay at dawn. Photo: SCMP / Bo Chan"});
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(text_of(blocks[0]), text.substr(0, text.size() - 1));
  EXPECT_EQ(text_of(blocks[1].spans), "The quay at dawn.");
  EXPECT_EQ(blocks[1].credit, "SCMP / Bo Chan");
}

TEST(PhotoLines, TextGoesOnAfterACredit) {
  const std::vector<Block> blocks =
      with_photos({"The quay at dawn. Photo: AFP The cranes stay where they are, said the council."});
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].credit, "AFP");
  EXPECT_EQ(text_of(blocks[1]), "The cranes stay where they are, said the council.");
}

TEST(PhotoLines, ACaptionMayHaveTwoSentences) {
  const std::vector<Block> blocks = with_photos({"The quay in June. It was sold since. Photo: Handout"});
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(text_of(blocks[0].spans), "The quay in June. It was sold since.");
}

TEST(JoinBrokenParagraphs, GoOnBehindAPicture) {
  std::vector<Block> blocks{Block::paragraph("The yard is catching up in"),
                            Block::paragraph("The quay at dawn. Photo: AFP"),
                            Block::paragraph("robot cranes, but slowly.")};
  join_broken_paragraphs(blocks);
  EXPECT_EQ(texts(blocks),
            (Texts{"The yard is catching up in robot cranes, but slowly.", "The quay at dawn. Photo: AFP"}));
}

}  // namespace
}  // namespace pith
