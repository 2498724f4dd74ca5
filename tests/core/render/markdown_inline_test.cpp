#include "core/render/markdown_inline.hpp"

#include <gtest/gtest.h>

#include "tests/core/render/outline.hpp"

namespace pith {
namespace {

Span plain(const char* text) {
  return {.text = text};
}
Span strong(const char* text) {
  return {.text = text, .strong = true};
}
Span em(const char* text) {
  return {.text = text, .emphasis = true};
}
Span both(const char* text) {
  return {.text = text, .emphasis = true, .strong = true};
}
Span code(const char* text) {
  return {.text = text, .code = true};
}
Span link(const char* text, const char* url) {
  return {.text = text, .href = url};
}

/// Renders a paragraph, having checked that libcmark reads the same text and marks.
std::string markdown(const std::vector<Span>& spans) {
  Block paragraph;
  paragraph.spans = spans;
  std::string written = markdown_inline(spans);
  EXPECT_EQ(test::outline_of_commonmark(written), test::outline_of({paragraph})) << written;
  return written;
}

std::string markdown(const char* text) {
  return markdown({plain(text)});
}

TEST(MarkdownInline, PlainTextIsNotEscaped) {
  EXPECT_EQ(markdown("It cost $3.50 - or (about) 5% more; see p. 12!"),
            "It cost $3.50 - or (about) 5% more; see p. 12!");
  EXPECT_EQ(markdown("AT&T, snake_case and a > b"), "AT&T, snake_case and a > b");
}

// CommonMark 6.1 to 6.6
TEST(MarkdownInline, CharactersOfInlineMarkupAreEscaped) {
  EXPECT_EQ(markdown("2 * 3 * 4"), "2 \\* 3 \\* 4");
  EXPECT_EQ(markdown("_private_"), "\\_private\\_");
  EXPECT_EQ(markdown("[1] `x` \\ <b>"), "\\[1\\] \\`x\\` \\\\ \\<b>");
  EXPECT_EQ(markdown("a ~~b~~"), "a \\~\\~b\\~\\~");
}

// CommonMark 2.5
TEST(MarkdownInline, OnlyAmpersandsOfReferencesAreEscaped) {
  EXPECT_EQ(markdown("&copy; &#169; &xyz; &copy & co;"), "\\&copy; \\&#169; \\&xyz; &copy & co;");
}

// CommonMark 4 and 5: what a line begins with decides what block it is.
TEST(MarkdownInline, StartsOfBlocksAreEscapedAtTheStartOfALine) {
  EXPECT_EQ(markdown("# 1"), "\\# 1");
  EXPECT_EQ(markdown("#1 in the charts"), "#1 in the charts");
  EXPECT_EQ(markdown("> quoted"), "\\> quoted");
  EXPECT_EQ(markdown("- item"), "\\- item");
  EXPECT_EQ(markdown("-5 degrees"), "-5 degrees");
  EXPECT_EQ(markdown("---"), "\\---");
  EXPECT_EQ(markdown("+ item"), "\\+ item");
  EXPECT_EQ(markdown("2025. A year"), "2025\\. A year");
  EXPECT_EQ(markdown("3) third"), "3\\) third");
  EXPECT_EQ(markdown("2.5 million"), "2.5 million");
  EXPECT_EQ(markdown("1234567890. too long for a number"), "1234567890. too long for a number");
  EXPECT_EQ(markdown("```"), "\\`\\`\\`");
  EXPECT_EQ(markdown("~~~"), "\\~\\~\\~");
}

TEST(MarkdownInline, LineBreaksAreHardAndTheNextLineIsEscapedToo) {
  EXPECT_EQ(markdown("one \n two"), "one\\\ntwo");
  EXPECT_EQ(markdown("one\n==="), "one\\\n\\===");
  EXPECT_EQ(markdown("one\n- two"), "one\\\n\\- two");
}

TEST(MarkdownInline, MarksNest) {
  EXPECT_EQ(markdown({strong("a"), plain(" b "), em("c")}), "**a** b *c*");
  EXPECT_EQ(markdown({both("a")}), "***a***");
  EXPECT_EQ(markdown({em("a "), both("b"), em(" c")}), "*a **b** c*");
  EXPECT_EQ(markdown({both("a"), strong(" b")}), "***a* b**");
}

TEST(MarkdownInline, SpacesStandOutsideOfMarks) {
  EXPECT_EQ(markdown({plain("a"), strong(" b "), plain("c")}), "a **b** c");
  EXPECT_EQ(markdown({strong("a "), em(" b")}), "**a** *b*");
  EXPECT_EQ(markdown({plain("a"), em(" "), plain("b")}), "a b");
}

// CommonMark 6.2: "a*" followed by a quotation mark cannot open, so the letter becomes a reference.
TEST(MarkdownInline, MarksThatCouldNotOpenOrCloseGetPunctuationOutside) {
  EXPECT_EQ(markdown({plain("un"), strong("believ"), plain("able")}), "un**believ**able");
  EXPECT_EQ(markdown({plain("a"), strong("\"b\""), plain("c")}), "&#97;**\"b\"**&#99;");
  EXPECT_EQ(markdown({plain("say "), strong("\"b\""), plain(".")}), "say **\"b\"**.");
  // Chinese text, where this is common: "说“你好”然" with the quotation strong.
  EXPECT_EQ(markdown({plain("\xE8\xAF\xB4"), strong("\xE2\x80\x9C\xE4\xBD\xA0\xE2\x80\x9D"),
                      plain("\xE7\x84\xB6")}),
            "&#35828;**\xE2\x80\x9C\xE4\xBD\xA0\xE2\x80\x9D**&#28982;");
}

TEST(MarkdownInline, MarksNextToOneAnotherAreKeptApart) {
  EXPECT_EQ(markdown({em("a"), strong("b")}), "*a*<!-- -->**b**");
}

TEST(MarkdownInline, CodeGetsAsManyBackticksAsItNeeds) {
  EXPECT_EQ(markdown({code("x*y")}), "`x*y`");
  EXPECT_EQ(markdown({code("a`b")}), "``a`b``");
  EXPECT_EQ(markdown({code("`")}), "`` ` ``");
  EXPECT_EQ(markdown({strong("see "), Span{.text = "f()", .strong = true, .code = true}}), "**see `f()`**");
}

TEST(MarkdownInline, LinksHoldTheirTextAndTarget) {
  EXPECT_EQ(markdown({plain("see "), link("here", "https://a.example/p_(q)?a=1&b=2"), plain(".")}),
            "see [here](https://a.example/p_\\(q\\)?a=1&b=2).");
  EXPECT_EQ(markdown({link("x", "https://a.example/?a&copy;=1")}), "[x](https://a.example/?a&amp;copy;=1)");
  EXPECT_EQ(markdown({plain("Stop!"), link("x", "https://a.example/")}), "Stop\\![x](https://a.example/)");
  EXPECT_EQ(markdown({link("a [b] ", "https://a.example/"), plain("c")}),
            "[a \\[b\\]](https://a.example/) c");
}

TEST(MarkdownInline, LinksThatAreNotSafeAreText) {
  EXPECT_EQ(markdown_inline({link("x", "javascript:alert(1)")}), "x");
  EXPECT_EQ(markdown_image({"data:image/png;base64,AA", "x", 0, 0}), "");
}

// CommonMark 4.7: "[label]: destination" at the start of a paragraph defines a link.
TEST(MarkdownInline, CodeInALinkCannotMakeALinkDefinition) {
  EXPECT_EQ(markdown({{.text = "a]:b", .code = true, .href = "https://a.example/"}}),
            "[<code>a\\]:b</code>](https://a.example/)");
}

TEST(MarkdownInline, RaisedAndLoweredTextIsInlineHtml) {
  EXPECT_EQ(
      markdown(
          {plain("H"), {.text = "2", .subscript = true}, plain("O"), {.text = "+", .superscript = true}}),
      "H<sub>2</sub>O<sup>+</sup>");
}

TEST(MarkdownInline, HeadingsAndCellsAreOneLine) {
  EXPECT_EQ(markdown_inline({plain("a\nb #")}, MarkdownContext::heading), "a b \\#");
  EXPECT_EQ(markdown_inline({plain("a|b "), code("c|d")}, MarkdownContext::cell), "a\\|b `c\\|d`");
}

TEST(MarkdownInline, PicturesHaveTheirTextEscaped) {
  EXPECT_EQ(markdown_image({"https://a.example/p.jpg", "a ] *b*", 0, 0}),
            "![a \\] \\*b\\*](https://a.example/p.jpg)");
}

TEST(MarkdownInline, NoTextIsNothing) {
  EXPECT_EQ(markdown(std::vector<Span>{}), "");
  EXPECT_EQ(markdown({strong(" "), em("\n")}), "");
}

}  // namespace
}  // namespace pith
