#include "pith/document.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

Node first(const Document& document, Tag tag) {
  for (Node node = document.root(); node; node = node.following()) {
    if (node.is(tag)) return node;
  }
  return {};
}

TEST(Document, EmptyDocumentHasOnlyTheRoot) {
  const Document document;
  EXPECT_EQ(document.size(), 1U);
  EXPECT_EQ(document.root().kind(), Node::Kind::document);
  EXPECT_FALSE(document.html());
  EXPECT_FALSE(document.root().first_child());
}

// HTML standard, section 13.2.6: html, head and body exist whether written or not.
TEST(Document, ImpliedElementsAreThereAndStandNowhere) {
  const Document document = Document::parse("hello");
  EXPECT_EQ(document.body().text(), "hello");
  EXPECT_EQ(document.html().depth(), 1U);
  EXPECT_EQ(document.body().source(), SourceRange{});
  EXPECT_EQ(document.body().first_child().source(), (SourceRange{0, 5}));
}

TEST(Document, RowsAreInDocumentOrderWithLinks) {
  const Document document = Document::parse("<body><p>one<b>two</b></p><p>three</p>");
  const Node p = first(document, Tag::p);
  EXPECT_EQ(p.first_child().data(), "one");
  EXPECT_EQ(p.first_child().next().name(), "b");
  EXPECT_EQ(p.first_child().next().previous(), p.first_child());
  EXPECT_EQ(p.next().text(), "three");
  EXPECT_EQ(p.after(), p.next());
  EXPECT_EQ(p.next().previous(), p);
  EXPECT_EQ(p.parent(), document.body());
  EXPECT_TRUE(document.body().contains(p));
  EXPECT_FALSE(p.contains(document.body()));
}

TEST(Document, AttributesKeepTheirOrderAndResolveEntities) {
  const Document document = Document::parse("<p ID=x Class=' a  b ' title='1 &lt; 2' data-x>");
  const Node p = first(document, Tag::p);
  ASSERT_EQ(p.attributes().size(), 4U);
  EXPECT_EQ(p.attributes()[0].name, "id");
  EXPECT_EQ(p.attribute("title"), "1 < 2");
  EXPECT_TRUE(p.has_attribute("data-x"));
  EXPECT_FALSE(p.has_attribute("data-y"));
  EXPECT_TRUE(p.has_class("a"));
  EXPECT_TRUE(p.has_class("b"));
  EXPECT_FALSE(p.has_class("A"));
  EXPECT_FALSE(p.has_class(""));
}

TEST(Document, SourceOfAnElementRunsFromStartTagToEndTag) {
  const std::string html = "<body><p>one <b>two</b> three</p><div>x";
  const Document document = Document::parse(html);
  const SourceRange b = first(document, Tag::b).source();
  EXPECT_EQ(html.substr(b.begin, b.end - b.begin), "<b>two</b>");
  const SourceRange p = first(document, Tag::p).source();
  EXPECT_EQ(html.substr(p.begin, p.end - p.begin), "<p>one <b>two</b> three</p>");
  const SourceRange div = first(document, Tag::div).source();
  EXPECT_EQ(html.substr(div.begin, div.end - div.begin), "<div>x");
}

TEST(Document, RawTextIsNotAChild) {
  const Document document = Document::parse("<script>var a = '<b>';</script><p>x");
  const Node script = first(document, Tag::script);
  EXPECT_EQ(script.raw_text(), "var a = '<b>';");
  EXPECT_FALSE(script.first_child());
  EXPECT_EQ(document.root().text_content(), "x");
}

TEST(Document, EmptyNodeAnswersEverything) {
  const Node none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none.parent().next().first_child().text(), "");
  EXPECT_EQ(none.attribute("x"), "");
  EXPECT_EQ(none.source(), SourceRange{});
  EXPECT_FALSE(none.is(Tag::none));
}

TEST(NodeText, OneLineBetweenBlocks) {
  const Document document =
      Document::parse("<h1> A\n title </h1><p>one <b>t</b>wo<br>three</p>\n<div><div>four</div></div>");
  EXPECT_EQ(document.body().text(), "A title\none two\nthree\nfour");
}

TEST(NodeText, NothingOfWhatIsHidden) {
  const Document document = Document::parse(
      "<title>t</title><p>a<script>s</script><noscript>n</noscript><span hidden>h</span>"
      "<i style='color:red; display : none'>d</i><template>x</template>b");
  EXPECT_EQ(document.root().text(), "ab");
  EXPECT_EQ(first(document, Tag::title).text(), "t");
}

TEST(NodeText, CellsOfARowStayOnOneLine) {
  const Document document = Document::parse("<table><tr><td>a<td>b<tr><td>c</table>");
  EXPECT_EQ(document.body().text(), "a b\nc");
}

TEST(NodeText, NoBreakSpacesAreSpacesAndSoftHyphensGo) {
  const Document document = Document::parse("<p>a&nbsp;&nbsp;b so&shy;ft &#8203;z");
  EXPECT_EQ(document.body().text(), "a b soft z");
}

}  // namespace
}  // namespace pith
