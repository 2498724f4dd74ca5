#include "phrases/phrase.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pith/pith.hpp"

namespace pith {
namespace {

const std::string long_text =
    "The ferry to Gull Island runs again from Monday, eleven weeks after its engine burned out in the middle "
    "of the "
    "strait and left forty passengers adrift until dawn, when two trawlers found them by the sound of their "
    "singing.";

Block paragraph(const std::string& text) {
  Block block;
  block.type = BlockType::paragraph;
  block.spans.push_back({.text = text});
  return block;
}
Block heading_of(const std::string& text) {
  Block block = paragraph(text);
  block.type = BlockType::heading;
  block.level = 2;
  return block;
}

/// The texts of the blocks that are left of an article.
std::vector<std::string> left_of(std::vector<Block> body) {
  const Page page;
  const Document document = Document::parse("<p>x</p>");
  PageContext context(page, document);
  Article article;
  article.body = std::move(body);
  clean_article(article, context);
  std::vector<std::string> texts;
  for (const Block& block : article.body) texts.push_back(text_of(block));
  return texts;
}

/// What a block looks like that the phrase is in.
std::string block_with(const Phrase& phrase) {
  const std::string words(phrase.words);
  switch (phrase.how) {
    case TextPattern::How::begins:
      return words + " ...";
    case TextPattern::How::ends:
      return "Harbour Post " + words;
    default:
      return words;
  }
}

TEST(Phrases, EachOfThemIsCutBetweenParagraphs) {
  std::size_t phrases = 0;
  for (const auto table : phrase_tables) {
    for (const Phrase& phrase : table()) {
      ++phrases;
      EXPECT_EQ(
          left_of({paragraph(long_text), paragraph(block_with(phrase)), paragraph(long_text + " Again.")})
              .size(),
          2U)
          << phrase.words;
    }
  }
  EXPECT_GT(phrases, 900U);
}

TEST(Phrases, NoneStandsTwiceInALanguage) {
  for (const auto table : phrase_tables) {
    std::set<std::pair<TextPattern::How, std::string>> seen;
    for (const Phrase& phrase : table())
      EXPECT_TRUE(seen.emplace(phrase.how, comparison_key(phrase.words)).second) << phrase.words;
  }
}

TEST(Phrases, ColonsAndBracketsOfChineseAreSuchAsOthers) {
  for (const char* line : {"延伸阅读：票价上涨", "（责任编辑：王芳）", "免责声明：本文仅代表作者观点。"})
    EXPECT_EQ(left_of({paragraph(long_text), paragraph(line), paragraph(long_text + " Again.")}).size(), 2U)
        << line;
}

TEST(Phrases, SentencesThatBeginAlikeStay) {
  for (const char* sentence : {"Share prices fell on Monday.",
                               "Related costs rose by a tenth.",
                               "More than forty passengers were aboard.",
                               "Advertisement rates are falling, said Ann Lee.",
                               "Subscribe, she said, was the only word on the page.",
                               "Werbung für Tabak wird verboten.",
                               "Teilen will gelernt sein, sagt Ann Lee.",
                               "Publicité mensongère : le tribunal tranche.",
                               "Partager le pain est une vieille coutume.",
                               "Publicidad engañosa en la televisión.",
                               "Compartir el coche sale más barato.",
                               "Support independent journalism, she told the board.",
                               "Pubblicità ingannevole, multa al gestore.",
                               "Leggi elettorali ferme in parlamento.",
                               "Publicidade infantil será proibida.",
                               "Advertentie-inkomsten dalen al jaren.",
                               "Delen van de stad zaten zonder stroom.",
                               "Реклама табака запрещена.",
                               "Темы переговоров неизвестны.",
                               "广告收入连续三年下降。",
                               "分享经济正在改变城市。",
                               "広告収入は三年連続で減った。",
                               "コメントは控えると社長は述べた。"}) {
    const auto left = left_of({paragraph(long_text), paragraph(sentence), paragraph(long_text + " Again.")});
    ASSERT_EQ(left.size(), 3U) << sentence;
    EXPECT_EQ(left[1], sentence);
  }
}

TEST(Phrases, AHeadingStaysIfItHeadsSomething) {
  EXPECT_EQ(left_of({paragraph(long_text), heading_of("Comments"), paragraph(long_text + " Again.")}).size(),
            3U);
  EXPECT_EQ(left_of({paragraph(long_text), paragraph(long_text + " Again."), heading_of("Comments")}).size(),
            2U);
  EXPECT_EQ(
      left_of({paragraph(long_text), heading_of("Advertisement"), paragraph(long_text + " Again.")}).size(),
      2U);
}

TEST(Phrases, LinksBehindALinkToMoreStay) {
  Block more = paragraph("Read more");
  more.spans.front().href = "https://harbour.example/1";
  Block next = paragraph("The night of the ferry");
  next.spans.front().href = "https://harbour.example/2";
  EXPECT_EQ(left_of({paragraph(long_text), more, next, paragraph(long_text + " Again.")}).size(), 3U);
  EXPECT_EQ(
      left_of({paragraph(long_text), paragraph("Read more"), next, paragraph(long_text + " Again.")}).size(),
      2U);
}

}  // namespace
}  // namespace pith
