#include "parse/withhold.hpp"

#include <gtest/gtest.h>

#include <string>

#include "pith/document.hpp"
#include "tree_comparison.hpp"

namespace pith {
namespace {

WithholdRules rules() {
  WithholdRules unlimited;
  unlimited.work = unlimited.memory = static_cast<std::uint64_t>(-1);
  return unlimited;
}

// What Gumbo gets of a page; and the page's tree must stay what it is.
std::string left_of(const std::string& page) {
  const Document document = Document::parse(page);
  EXPECT_EQ(difference_to_plain_parse(document, document.utf8()), "") << page;
  return std::string(withhold(page, rules()).html());
}

// 13.2.5.14 and 13.2.5.17: raw text ends with the end tag of its own name, in any case.
TEST(Withhold, RawTextEndsWithItsOwnEndTag) {
  EXPECT_EQ(left_of("<style>a</b></styles></STYLE >x"), "<style></STYLE >x");
  EXPECT_EQ(left_of("<script>a</style></script\n>x"), "<script></script\n>x");
  EXPECT_EQ(left_of("<iframe><p></p></iframe>x"), "<iframe></iframe>x");
  EXPECT_EQ(left_of("<noembed><p></noembed/>x"), "<noembed></noembed/>x");
}

TEST(Withhold, AnEndTagNeedsItsDelimiter) {
  EXPECT_EQ(left_of("<script>a</script"), "<script>");
  EXPECT_EQ(left_of("<script>a</script x"), "<script></script x");
  EXPECT_EQ(left_of("<style>a</style"), "<style>");
}

// 13.2.5.2, RCDATA: shown to readers, so it stays.
TEST(Withhold, TitlesAndTextareasStay) {
  EXPECT_EQ(left_of("<title><!-- a --></b></title><!-- b -->"), "<title><!-- a --></b></title><!---->");
  EXPECT_EQ(left_of("<textarea><script>a</script></textarea>"), "<textarea><script>a</script></textarea>");
  EXPECT_EQ(left_of("<xmp><!-- a --></xmp>"), "<xmp><!-- a --></xmp>");
}

// 13.2.5.5: nothing after it is markup.
TEST(Withhold, PlaintextStays) {
  EXPECT_EQ(left_of("<plaintext><!-- a --></plaintext>"), "<plaintext><!-- a --></plaintext>");
}

// 13.2.5.20 to 13.2.5.31.
TEST(Withhold, ScriptWithinAnEscapedScriptDoesNotEndIt) {
  EXPECT_EQ(left_of("<script><!--<script>a</script>b--></script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--<script >a</script>b</script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--<scripty>a</script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--a</script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--><script>a</script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!---><script>a</script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--<script>--><script></script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!-<script></script>x"), "<script></script>x");
  EXPECT_EQ(left_of("<script><!--<script></script"), "<script>");
  EXPECT_EQ(left_of("<script><!--<script></script></scripty></script/>x"), "<script></script/>x");
}

// 13.2.5.43 to 13.2.5.52.
TEST(Withhold, CommentsEndAsTheTokenizerSays) {
  EXPECT_EQ(left_of("<!-- a -- b --->x"), "<!---->x");
  EXPECT_EQ(left_of("<!-->x-->"), "<!-->x-->");
  EXPECT_EQ(left_of("<!--->x-->"), "<!--->x-->");
  EXPECT_EQ(left_of("<!---->x-->"), "<!---->x-->");
  EXPECT_EQ(left_of("<!-- a --!>x"), "<!----!>x");
  EXPECT_EQ(left_of("<!-- a --!->x-->y"), "<!---->y");
  EXPECT_EQ(left_of("<!--- -->x"), "<!---->x");
  EXPECT_EQ(left_of("<!-- a"), "<!--");
  EXPECT_EQ(left_of("<!-- a --"), "<!--");
}

// 13.2.5.41: short, and as they are.
TEST(Withhold, BogusCommentsStay) {
  EXPECT_EQ(left_of("<!a><?b></ c><!>x"), "<!a><?b></ c><!>x");
  EXPECT_EQ(left_of("</><!-- a -->"), "</><!---->");
}

// 13.2.5.69: only within foreign content.
TEST(Withhold, CdataIsASectionInForeignContentOnly) {
  EXPECT_EQ(left_of("<![CDATA[<!-- a -->]]>"), "<![CDATA[<!-- a -->]]>");
  EXPECT_EQ(left_of("<svg><![CDATA[<!-- a -->]]></svg><!-- b -->"),
            "<svg><![CDATA[<!-- a -->]]></svg><!---->");
  EXPECT_EQ(left_of("<svg><p><![CDATA[>a<!-- b -->"), "<svg><p><![CDATA[>a<!---->");
}

// 13.2.5.33 to 13.2.5.39.
TEST(Withhold, NothingInATagIsMarkup) {
  EXPECT_EQ(left_of("<p a='<!-- b -->' c=\"<script>\" d=<!-->x"),
            "<p a='<!-- b -->' c=\"<script>\" d=<!-->x");
  EXPECT_EQ(left_of("<p '<!-- a -->b"), "<p '<!-- a -->b");
  EXPECT_EQ(left_of("<p a='>' ='<!-- -->x"), "<p a='>' ='<!-- -->x");
  EXPECT_EQ(left_of("<p a=\"<script>b</script>"), "<p a=\"<script>b</script>");
}

// 13.2.6.5: there, style and script are elements like all others.
TEST(Withhold, ForeignStylesAndScriptsAreNoRawText) {
  EXPECT_EQ(left_of("<svg><style>a<!-- b --></style></svg>"), "<svg><style>a<!----></style></svg>");
  EXPECT_EQ(left_of("<svg><script>a<b></script></svg><script>c</script>"),
            "<svg><script>a<b></script></svg><script></script>");
  EXPECT_EQ(left_of("<svg><title><style>a</style></title></svg>"),
            "<svg><title><style></style></title></svg>");
  EXPECT_EQ(left_of("<svg><foreignObject><style>a</style>"), "<svg><foreignObject><style></style>");
  EXPECT_EQ(left_of("<svg><p><style>a</style>"), "<svg><p><style></style>");
  EXPECT_EQ(left_of("<svg/><style>a</style>"), "<svg/><style></style>");
}

// 13.2.6.4.16: a select ignores most start tags, and so their text is no raw text.
TEST(Withhold, ASelectIgnoresStyles) {
  EXPECT_EQ(left_of("<select><style>a</style></select><style>b</style>"),
            "<select><style>a</style></select><style></style>");
  EXPECT_EQ(left_of("<select><script>a</script>"), "<select><script></script>");
  EXPECT_EQ(left_of("<select><input><style>a</style>"), "<select><input><style></style>");
}

// Where the guess is wrong the page is parsed as it is, so that the tree is right all the same.
// The tokenizer reads a value byte by byte only to end up with the same.
TEST(Withhold, LongValuesInQuotesAreLeftOut) {
  EXPECT_EQ(left_of("<p class=\"lead article__text\" id='introduction-1'>x"), "<p class=\"\" id=''>x");
  EXPECT_EQ(left_of("<p title = 'a \"<b>\" and\n\tmore'>x"), "<p title = ''>x");
  EXPECT_EQ(left_of("<svg><path d='M0 0 L10 10 Z'/></svg>"), "<svg><path d=''/></svg>");
}

TEST(Withhold, ShortValuesAndThoseThatAreDecodedStay) {
  for (const char* page :
       {"<p class='short' id=''>x", "<p class=without-any-quotes>x", "<a href='/search?a=1&amp;b=2'>x",
        "<p title='a line\r\nand another'>x", "<p title='\xC3\xA9t\xC3\xA9 comme hiver'>x",
        "<p title='a control\x01 character'>x", "<p title='never closed at all>x"}) {
    EXPECT_EQ(left_of(page), page);
  }
}

// 13.2.4.3 and 13.2.6: types of input elements, encodings of annotations, attributes of formatting elements.
TEST(Withhold, ValuesThatTheTreeBuilderAsksForStay) {
  for (const char* page :
       {"<table><input type='hidden' name='a-long-name-of-it'></table>",
        "<math><annotation-xml encoding='application/xhtml+xml'><p></annotation-xml></math>",
        "<p><b class='one of these'><b class='one of those'><b class='one of these'><p>x"}) {
    EXPECT_EQ(left_of(page), page);
  }
  EXPECT_EQ(left_of("<p><a href='/a/long/way/off'>x<p>y<a href='/a/longer/way/off'>z"),
            "<p><a href=''>x<p>y<a href=''>z");
}

TEST(Withhold, NamesThatLookLikeValuesAreNone) {
  EXPECT_EQ(left_of("<img alt src='/picture/number/1.jpg'>"), "<img alt src=''>");
  EXPECT_EQ(left_of("<p \"\" class='a-name-that-is-long'>x"), "<p \"\" class=''>x");
}

TEST(Withhold, SurplusAttributesAreLeftOutOnce) {
  WithholdRules few = rules();
  few.attributes = 1;
  const std::string page = "<p class='a-name-that-is-long' id='another-that-is-long'>x";
  EXPECT_EQ(withhold(page, few).html(), "<p class='' >x");
}

TEST(Withhold, WrongGuessesAreFoundOut) {
  for (const char* const page :
       {"<frameset><style><frame></style></frameset>", "<frameset></frameset><script><p></script>",
        "<math><annotation-xml encoding=x><style><b></style>", "<table><select><style><td></style>",
        "<svg><desc><![CDATA[<p>]]>"}) {
    const Document document = Document::parse(page);
    EXPECT_EQ(difference_to_plain_parse(document, page), "") << page;
  }
}

TEST(Withhold, PlacesLeadBackToThePage) {
  const std::string page = "<script>abc</script>x<!-- d -->y";
  const WithheldPage withheld = withhold(page, rules());
  ASSERT_EQ(withheld.html(), "<script></script>x<!---->y");
  EXPECT_EQ(withheld.positions.end(8), 8U);
  EXPECT_EQ(withheld.positions.begin(8), page.find("</script>"));
  EXPECT_EQ(withheld.positions.begin(17), page.find('x'));
  EXPECT_EQ(withheld.positions.begin(25), page.find('y'));
}

TEST(Withhold, APlaceIsTheSameFromWhereverItIsLookedFor) {
  std::string page;
  for (int i = 0; i < 9; ++i) page += "<p>x<!-- " + std::string(static_cast<std::size_t>(i), '.') + " -->";
  const WithheldPage withheld = withhold(page, rules());
  for (std::uint32_t at = 0; at <= withheld.html().size(); ++at) {
    for (std::size_t from = 0; from <= 9; ++from) {
      std::size_t near = from;
      EXPECT_EQ(withheld.positions.end(at, near), withheld.positions.end(at)) << at << " from " << from;
      EXPECT_EQ(withheld.positions.begin(at, near), withheld.positions.begin(at)) << at << " from " << from;
    }
  }
}

TEST(Withhold, TellsWhichElementsItTookForRawText) {
  const WithheldPage page = withhold("<p><script>a</script><title>b</title><svg><title>", rules());
  EXPECT_EQ(page.text_elements, (std::vector<std::uint32_t>{3, 20}));
}

TEST(Withhold, CutsOffWhereTheBudgetEnds) {
  WithholdRules poor = rules();
  poor.work = 2000;
  const std::string page = "<p>" + std::string(1000, 'x');
  const WithheldPage withheld = withhold(page, poor);
  EXPECT_LT(withheld.html().size(), page.size());
  EXPECT_EQ(withheld.cut_at, withheld.html().size());
}

}  // namespace
}  // namespace pith
