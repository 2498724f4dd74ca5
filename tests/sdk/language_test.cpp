#include "pith/language.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

constexpr const char* english =
    "The ferry sails again after the storm, and the people of the island came down to the harbour in the "
    "morning "
    "to see it. Nobody had expected that the repairs would take so long, said the captain, who has been "
    "working "
    "on this line for twenty years. ";
constexpr const char* german =
    "Nach dem Sturm fährt die Fähre wieder, und am Morgen kamen die Bewohner der Insel in den Hafen, um sie "
    "zu "
    "sehen. Niemand hatte erwartet, dass die Reparatur so lange dauern würde, sagte der Kapitän, der seit "
    "zwanzig "
    "Jahren auf dieser Linie arbeitet. ";

std::string times(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

class LanguageOfArticle : public testing::Test {
 protected:
  void confirm(const std::string& declared, const std::string& text) {
    article_.language = declared;
    if (!declared.empty()) article_.origins["language"] = "html lang";
    Block paragraph;
    paragraph.type = BlockType::paragraph;
    paragraph.spans.push_back(Span{.text = text});
    article_.body.push_back(paragraph);
    confirm_language(article_, context_);
  }

  Page page_;
  Document document_ = Document::parse("<p>x</p>");
  PageContext context_{page_, document_};
  Article article_;
};

TEST(DetectLanguage, TellsByTheWords) {
  EXPECT_EQ(detect_language(english), "en");
  EXPECT_EQ(detect_language(german), "de");
}

TEST(DetectLanguage, SaysNothingOfATextTooShortOrMixed) {
  EXPECT_EQ(detect_language("Die Fähre fährt wieder."), "");
  EXPECT_EQ(detect_language(std::string(english) + german), "");
}

TEST(DetectLanguage, CutsNoCharacterThrough) {
  EXPECT_EQ(detect_language(times("Ж" + std::string(1, 'a'), 3000)), "");
  EXPECT_EQ(detect_language(times(german, 40)), "de");
}

TEST_F(LanguageOfArticle, FillsInWhatTheMarkupDoesNotSay) {
  confirm("", german);
  EXPECT_EQ(article_.language, "de");
  EXPECT_EQ(article_.origins.at("language"), "detected in the text");
}

TEST_F(LanguageOfArticle, KeepsTheRegionThatTheMarkupKnows) {
  confirm("de-AT", german);
  EXPECT_EQ(article_.language, "de-AT");
  EXPECT_EQ(article_.origins.at("language"), "html lang, confirmed by the text");
  EXPECT_TRUE(context_.notices().empty());
}

TEST_F(LanguageOfArticle, BelievesALongTextAgainstTheMarkup) {
  confirm("en-US", times(german, 5));
  EXPECT_EQ(article_.language, "de");
  EXPECT_EQ(article_.origins.at("language"), "detected in the text, against html lang");
  ASSERT_EQ(context_.notices().size(), 1u);
  EXPECT_EQ(context_.notices()[0].text,
            "the page says that its language is 'en-US', and the text is in 'de'");
}

TEST_F(LanguageOfArticle, BelievesTheMarkupAgainstAShortText) {
  confirm("en-US", german);
  EXPECT_EQ(article_.language, "en-US");
  EXPECT_EQ(article_.origins.at("language"), "html lang");
}

}  // namespace
}  // namespace pith
