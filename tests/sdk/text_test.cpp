#include "pith/text.hpp"

#include <gtest/gtest.h>

#include "pith/names.hpp"

namespace pith {
namespace {

using Strings = std::vector<std::string>;

TEST(CollapseSpace, MakesOneSpaceOfAnyRun) {
  EXPECT_EQ(collapse_space("  a \t\n b\u00A0\u2003c  "), "a b c");
  EXPECT_EQ(collapse_space(""), "");
  EXPECT_EQ(collapse_space(" \u3000 "), "");
}

TEST(CollapseSpace, DropsWhatHasNoWidth) {
  EXPECT_EQ(collapse_space("\uFEFFau\u00ADto\u200Bmat"), "automat");
  EXPECT_EQ(collapse_space("a \u200B b"), "a b");
}

TEST(Trim, TakesAsciiAndNoBreakSpacesOffBothEnds) {
  EXPECT_EQ(trim("\u00A0 \r\n x y\t\u00A0"), "x y");
  EXPECT_EQ(trim("\u00A0"), "");
  EXPECT_EQ(trim("\u3000x"), "\u3000x");
}

TEST(LowerAscii, LeavesOtherLettersAlone) {
  EXPECT_EQ(lower_ascii("AÉZ09"), "aÉz09");
}

TEST(ComparisonKey, IsEqualForTextsThatReadTheSame) {
  EXPECT_EQ(comparison_key("“It’s here” – maybe…"), comparison_key("\"IT'S  here\" - MAYBE..."));
  EXPECT_EQ(comparison_key("STRASSE"), comparison_key("Straße"));
  EXPECT_EQ(comparison_key("Cafe\u0301"), comparison_key("CAFÉ"));
  EXPECT_EQ(comparison_key("ПРИВЕТ"), "привет");
}

TEST(ComparisonKey, TellsDifferentTextsApart) {
  EXPECT_NE(comparison_key("resume"), comparison_key("résumé"));
}

TEST(ComparisonKey, SurvivesIllFormedText) {
  EXPECT_EQ(comparison_key("A\xFF\xC3"), "a\uFFFD\uFFFD");
}

// HTML standard 13.2.5.72-80, character references.
TEST(DecodeEntities, ResolvesNamesAndNumbers) {
  EXPECT_EQ(decode_entities("a &amp; b &lt;i&gt; &#8217;&#x1F600;&#X41;&nbsp;&hellip;"),
            "a & b <i> \u2019\U0001F600A\u00A0\u2026");
  EXPECT_EQ(decode_entities("<b>&apos;</b>"), "<b>'</b>");
}

TEST(DecodeEntities, KnowsTheRareNamesOfTheStandard) {
  EXPECT_EQ(decode_entities("&bigstar;|&CounterClockwiseContourIntegral;|&NotEqualTilde;|&NewLine;"),
            "\u2605|\u2233|\u2242\u0338|\n");
}

TEST(DecodeEntities, TakesOldNamesWithoutSemicolon) {
  EXPECT_EQ(decode_entities("&copy2020 AT&ampT &eacutes &notit; &AMP"),
            "\u00A92020 AT&T \u00E9s \u00ACit; &");
}

TEST(DecodeEntities, LeavesWhatIsNoReference) {
  EXPECT_EQ(decode_entities("AT&T & &; &# &#x; &nosuchname; &hellip x&"),
            "AT&T & &; &# &#x; &nosuchname; &hellip x&");
}

TEST(DecodeEntities, MapsNumbersAsTheStandardSays) {
  EXPECT_EQ(decode_entities("&#150;&#x92;&#0;&#xD800;&#x110000;&#99999999999999999999;"),
            "\u2013\u2019\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(DecodeEntities, DecodesOnceOnly) {
  EXPECT_EQ(decode_entities("&amp;lt;"), "&lt;");
}

TEST(DecodeEntities, IsLinearInReferencesThatDoNotExist) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "&x" + std::to_string(i) + ";";
  EXPECT_EQ(decode_entities(text), text);
}

TEST(CountWords, CountsRunsWithLettersOrDigits) {
  EXPECT_EQ(count_words("One two-three — it's 4\u00A0five\n"), 5U);
  EXPECT_EQ(count_words(" - … "), 0U);
  EXPECT_EQ(count_words("Привет, мир!"), 2U);
  EXPECT_EQ(count_words("안녕 하세요"), 2U);
}

TEST(CountWords, CountsCharactersOfScriptsWithoutSpaces) {
  EXPECT_EQ(count_words("香港新聞。"), 4U);
  EXPECT_EQ(count_words("用iPhone拍"), 3U);
  EXPECT_EQ(count_words("\xE9\xA6"), 0U);
}

TEST(Excerpt, KeepsShortTextsWhole) {
  EXPECT_EQ(excerpt("  one   two ", 7), "one two");
}

TEST(Excerpt, CutsBetweenWords) {
  EXPECT_EQ(excerpt("one two three four", 12), "one two\u2026");
  EXPECT_LE(excerpt(std::string(1000, 'x'), 20).size(), 20U);
}

TEST(Excerpt, NeverCutsACharacter) {
  for (std::size_t bytes = 3; bytes < 16; ++bytes) {
    const std::string cut = excerpt("香港新聞香港新聞", bytes);
    EXPECT_LE(cut.size(), bytes);
    EXPECT_EQ(cut.size() % 3, 0U) << cut;
  }
  EXPECT_EQ(excerpt("long enough", 2), "");
}

TEST(SplitTrimmed, DropsEmptyParts) {
  EXPECT_EQ(split_trimmed(" a,, b c ,", ','), (Strings{"a", "b c"}));
  EXPECT_EQ(split_trimmed("", ','), Strings{});
}

TEST(SplitNames, DropsTheWordThatSaysBy) {
  EXPECT_EQ(split_names("By Ann Lee"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("BY ANN LEE"), Strings{"ANN LEE"});
  EXPECT_EQ(split_names("Von Anna Berg"), Strings{"Anna Berg"});
  EXPECT_EQ(split_names("Par Luc Petit"), Strings{"Luc Petit"});
  EXPECT_EQ(split_names("Written by: Ann Lee"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("文/张三"), Strings{"张三"});
  EXPECT_EQ(split_names("作者：李四"), Strings{"李四"});
}

TEST(SplitNames, KeepsNamesThatBeginLikeThatWord) {
  EXPECT_EQ(split_names("Byron Small"), Strings{"Byron Small"});
  EXPECT_EQ(split_names("Von Miller"), Strings{"Von Miller"});
  EXPECT_EQ(split_names("von der Leyen"), Strings{"von der Leyen"});
  EXPECT_EQ(split_names("Parker Dane"), Strings{"Parker Dane"});
}

TEST(SplitNames, SplitsAtSeparatorsAndWords) {
  EXPECT_EQ(split_names("By Ann Lee and Bo Chan"), (Strings{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(split_names("Vincent Chow,Minxiao Chang"), (Strings{"Vincent Chow", "Minxiao Chang"}));
  EXPECT_EQ(split_names("Von A Berg und C Dorn"), (Strings{"A Berg", "C Dorn"}));
  EXPECT_EQ(split_names("Ann Lee; Bo Chan & Cy Dee / Di Eff | Ed Gee\nFay Hu"),
            (Strings{"Ann Lee", "Bo Chan", "Cy Dee", "Di Eff", "Ed Gee", "Fay Hu"}));
  EXPECT_EQ(split_names("Luc Petit et Zoé Roux"), (Strings{"Luc Petit", "Zoé Roux"}));
  EXPECT_EQ(split_names("Ann Lee, and Bo Chan"), (Strings{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(split_names("John E Small"), Strings{"John E Small"});
}

TEST(SplitNames, KeepsWhatBelongsToAName) {
  EXPECT_EQ(split_names("John Small, Jr. and Dr. Ann Lee"), (Strings{"John Small Jr.", "Dr. Ann Lee"}));
  EXPECT_EQ(split_names("Jane Roe, PhD"), Strings{"Jane Roe, PhD"});
  EXPECT_EQ(split_names("Jane Roe, MS, RD"), Strings{"Jane Roe, MS, RD"});
}

TEST(SplitNames, DropsAddressesRolesAndRemarks) {
  EXPECT_EQ(split_names("Ann Lee ann@example.com, Senior Reporter"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("Ann Lee, @annlee, https://example.com/a/b"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("Ann Lee, editor at large, Bo Chan"), (Strings{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(split_names("Ann Lee | Senior Writer"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("Ann Lee, Former Tax Consultant"), Strings{"Ann Lee"});
  EXPECT_EQ(split_names("Ann Lee in Beijing and Bo Chan (Newswire)"), (Strings{"Ann Lee", "Bo Chan"}));
}

TEST(SplitNames, NamesNobodyTwice) {
  EXPECT_EQ(split_names("Ann Lee, ANN LEE"), Strings{"Ann Lee"});
}

TEST(SplitNames, KnowsTheWordInOtherScripts) {
  EXPECT_EQ(split_names("بقلم: أحمد حسن"), Strings{"أحمد حسن"});
  EXPECT_EQ(split_names("Автор: Анна Ли"), Strings{"Анна Ли"});
  EXPECT_EQ(split_names("记者：李明"), Strings{"李明"});
}

TEST(SplitNames, DropsWhatAPersonIsToThePaper) {
  EXPECT_EQ(split_names("Von unserer Redakteurin Anna Schmidt"), Strings{"Anna Schmidt"});
  EXPECT_EQ(split_names("Par notre correspondante Zoé Roux"), Strings{"Zoé Roux"});
}

TEST(SplitNames, SplitsBeforeWhoHelped) {
  EXPECT_EQ(split_names("Par Luc Petit et Zoé Roux, avec AFP"), (Strings{"Luc Petit", "Zoé Roux", "AFP"}));
  EXPECT_EQ(split_names("Von Anna Berg mit dpa"), (Strings{"Anna Berg", "dpa"}));
}

TEST(NameInOrder, PutsTheFamilyLast) {
  EXPECT_EQ(name_in_order("Chan, Bo"), "Bo Chan");
  EXPECT_EQ(name_in_order("Lee, Ann M."), "Ann M. Lee");
  EXPECT_EQ(name_in_order("van der Berg, Jan"), "Jan van der Berg");
}

TEST(NameInOrder, LeavesOtherCommasAlone) {
  EXPECT_EQ(name_in_order("Ann Lee"), "Ann Lee");
  EXPECT_EQ(name_in_order("Ann Lee, Bo Chan"), "Ann Lee, Bo Chan");
  EXPECT_EQ(name_in_order("Lee, PhD"), "Lee, PhD");
  EXPECT_EQ(name_in_order("Lee, Senior Reporter"), "Lee, Senior Reporter");
  EXPECT_EQ(name_in_order("Lee, Reuters"), "Lee, Reuters");
  EXPECT_EQ(name_in_order("Lee, Chan, Dee"), "Lee, Chan, Dee");
  EXPECT_EQ(name_in_order(", Ann"), ", Ann");
}

TEST(SplitNames, OfNothingIsNothing) {
  EXPECT_EQ(split_names(""), Strings{});
  EXPECT_EQ(split_names("By"), Strings{});
  EXPECT_EQ(split_names(" , ; - "), Strings{});
  EXPECT_EQ(split_names(std::string(5'000'000, ',')), Strings{});
}

}  // namespace
}  // namespace pith
