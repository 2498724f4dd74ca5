// What selectors match: one test a rule, with the section of Selectors Level 4 it stands in.
#include "pith/selector.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/document.hpp"

namespace pith {
namespace {

using Names = std::vector<std::string>;

/// The ids of what is selected; the name of an element without one.
Names ids(const std::vector<Node>& nodes) {
  Names found;
  for (const Node node : nodes) found.emplace_back(node.id().empty() ? node.name() : node.id());
  return found;
}

Names selected(const char* html, const char* selector) {
  const Document page = Document::parse(html);
  return ids(page.select(selector));
}

Names selected_in_xml(const char* xml, const char* selector) {
  const Document page = Document::parse_xml(xml);
  return ids(page.select(selector));
}

// Selectors 4, section 5.1; HTML, section 4.16.2.
TEST(Selector, TypeNamesOfHtmlIgnoreCase) {
  EXPECT_EQ(selected("<P id=a>x<p id=b>y", "p"), (Names{"a", "b"}));
  EXPECT_EQ(selected("<p id=a>x<div id=c></div>", "DIV"), (Names{"c"}));
  EXPECT_EQ(selected("<svg><foreignObject id=f></foreignObject></svg>", "foreignObject"), (Names{"f"}));
  EXPECT_EQ(selected("<svg><foreignObject id=f></foreignObject></svg>", "foreignobject"), Names{});
}

TEST(Selector, TypeNamesOfXmlAreExact) {
  EXPECT_EQ(selected_in_xml("<r><Item id='a'/><item id='b'/></r>", "Item"), (Names{"a"}));
  EXPECT_EQ(selected_in_xml("<r><Item id='a'/><item id='b'/></r>", "ITEM"), Names{});
}

// Section 5.2.
TEST(Selector, UniversalMatchesEveryElementBelow) {
  EXPECT_EQ(selected("<p id=a>x<b id=b>y</b>", "body *"), (Names{"a", "b"}));
  EXPECT_EQ(selected("<p id=a>x", "*"), (Names{"html", "head", "body", "a"}));
}

// Section 5.3. A prefix is part of an element's name here.
TEST(Selector, PrefixIsWrittenWithABarOrAnEscapedColon) {
  const char* feed =
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><media:content id='m'/><content id='c'/></rss>";
  EXPECT_EQ(selected_in_xml(feed, "media|content"), (Names{"m"}));
  EXPECT_EQ(selected_in_xml(feed, "media\\:content"), (Names{"m"}));
  EXPECT_EQ(selected_in_xml(feed, "content"), (Names{"c"}));
  EXPECT_EQ(selected_in_xml(feed, "|content"), (Names{"c"}));
  EXPECT_EQ(selected_in_xml(feed, "*|content"), (Names{"m", "c"}));
  EXPECT_EQ(selected_in_xml(feed, "rss > *|*"), (Names{"m", "c"}));
}

TEST(Selector, AttributeNamesMayHaveAPrefix) {
  const char* drawing = "<svg><use id=u xlink:href='#x'></use><use id=v href='#y'></use></svg>";
  EXPECT_EQ(selected(drawing, "[xlink|href]"), (Names{"u"}));
  EXPECT_EQ(selected(drawing, "[xlink\\:href='#x']"), (Names{"u"}));
  EXPECT_EQ(selected(drawing, "use[href]"), (Names{"v"}));
  EXPECT_EQ(selected(drawing, "use[*|href]"), (Names{"u", "v"}));
}

// Section 6.1.
TEST(Selector, AttributeIsThereOrHasExactlyTheValue) {
  const char* page = "<a id=a href='x'></a><a id=b href></a><a id=c></a>";
  EXPECT_EQ(selected(page, "[href]"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "a[ href = x ]"), (Names{"a"}));
  EXPECT_EQ(selected(page, "[href='']"), (Names{"b"}));
  EXPECT_EQ(selected(page, "[HREF=\"x\"]"), (Names{"a"}));
}

TEST(Selector, IncludesFindsOneOfTheWordsOfAnAttribute) {
  const char* page = "<i id=a data-k='one two'></i><i id=b data-k='onetwo'></i><i id=c data-k=two></i>";
  EXPECT_EQ(selected(page, "[data-k~=two]"), (Names{"a", "c"}));
  EXPECT_EQ(selected(page, "[data-k~='one two']"), Names{});
  EXPECT_EQ(selected(page, "[data-k~='']"), Names{});
}

TEST(Selector, DashFindsTheValueOrItsBeginningBeforeADash) {
  const char* page = "<i id=a data-l=en></i><i id=b data-l=en-GB></i><i id=c data-l=end></i>";
  EXPECT_EQ(selected(page, "[data-l|=en]"), (Names{"a", "b"}));
}

// Section 6.2.
TEST(Selector, PrefixSuffixAndSubstringOfAnAttribute) {
  const char* page = "<a id=a href='/news/one.html'></a><a id=b href='/one.pdf'></a>";
  EXPECT_EQ(selected(page, "[href^='/news']"), (Names{"a"}));
  EXPECT_EQ(selected(page, "[href$='.pdf']"), (Names{"b"}));
  EXPECT_EQ(selected(page, "[href*=one]"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "[href^=''], [href$=''], [href*='']"), Names{});
}

// Section 6.3; HTML, section 4.16.2 lists the attributes whose values ignore case of themselves.
TEST(Selector, FlagsSayWhetherTheCaseOfAValueCounts) {
  const char* page = "<input id=a type=TEXT data-x=Abc>";
  EXPECT_EQ(selected(page, "[data-x=abc]"), Names{});
  EXPECT_EQ(selected(page, "[data-x=abc i]"), (Names{"a"}));
  EXPECT_EQ(selected(page, "[data-x='B'I]"), Names{});
  EXPECT_EQ(selected(page, "[data-x*='B'I]"), (Names{"a"}));
  EXPECT_EQ(selected(page, "[type=text]"), (Names{"a"}));
  EXPECT_EQ(selected(page, "[type=text s]"), Names{});
  EXPECT_EQ(selected_in_xml("<r><input id='a' type='TEXT'/></r>", "[type=text]"), Names{});
}

// Section 6.6.
TEST(Selector, ClassIsOneOfTheWordsAndItsCaseCounts) {
  const char* page = "<p id=a class='lead  big'>x<p id=b class=leading>y<p id=c class=LEAD>z";
  EXPECT_EQ(selected(page, ".lead"), (Names{"a"}));
  EXPECT_EQ(selected(page, "p.big.lead"), (Names{"a"}));
  EXPECT_EQ(selected(page, ".lead.small"), Names{});
}

// Section 6.7.
TEST(Selector, IdIsExact) {
  EXPECT_EQ(selected("<p id=a>x<p id=A>y", "#a"), (Names{"a"}));
  EXPECT_EQ(selected("<p id=a>x<p id=A>y", "p#A"), (Names{"A"}));
}

// CSS Syntax 3, section 4.3.7.
TEST(Selector, EscapesStandForCharacters) {
  EXPECT_EQ(selected("<p id='1a' class='md:w-1/2'>x", "#\\31 a"), (Names{"1a"}));
  EXPECT_EQ(selected("<p id='1a' class='md:w-1/2'>x", ".md\\:w-1\\/2"), (Names{"1a"}));
  EXPECT_EQ(selected("<p id=k data-q='a\"b'>x", "[data-q=\"a\\\"b\"]"), (Names{"k"}));
  EXPECT_EQ(selected("<p id=k class='\xC3\xA9t\xC3\xA9'>x", ".\\e9 t\\0000e9"), (Names{"k"}));
  EXPECT_EQ(selected("<p id=k class='\xC3\xA9t\xC3\xA9'>x", ".\xC3\xA9t\xC3\xA9"), (Names{"k"}));
}

// CSS Syntax 3, section 4.3.2: a comment is nothing, not white space.
TEST(Selector, CommentsSeparateNothing) {
  const char* page = "<p id=a class=x><b id=b class=x></b>";
  EXPECT_EQ(selected(page, "p/* its class */.x"), (Names{"a"}));
  EXPECT_EQ(selected(page, "p /**/ .x"), (Names{"b"}));
}

// Section 4.1.
TEST(Selector, ListSelectsWhatAnyMemberMatchesInDocumentOrder) {
  EXPECT_EQ(selected("<p id=a>x<h1 id=b>y</h1><i id=c></i>", "h1 , p"), (Names{"a", "b"}));
}

// Section 15.1.
TEST(Selector, DescendantTriesEveryAncestor) {
  const char* page = "<div class=x id=d><div class=y><div class=x><p id=a>1</p></div></div></div>";
  EXPECT_EQ(selected(page, ".x .y p"), (Names{"a"}));
  EXPECT_EQ(selected(page, ".y .x .x p"), Names{});
  EXPECT_EQ(selected(page, ".x > .y p"), (Names{"a"}));
}

// Section 15.2.
TEST(Selector, ChildCombinatorSkipsGrandchildren) {
  const char* page = "<ul><li id=l>one<p id=p>deep</p></li></ul>";
  EXPECT_EQ(selected(page, "ul > p"), Names{});
  EXPECT_EQ(selected(page, "li>p"), (Names{"p"}));
}

// Section 15.3.
TEST(Selector, NextSiblingSkipsTextsOnly) {
  const char* page = "<h2>t</h2> text <p id=a>x</p><p id=b>y</p>";
  EXPECT_EQ(selected(page, "h2 + p"), (Names{"a"}));
  EXPECT_EQ(selected(page, "h2 + p + p"), (Names{"b"}));
}

// Section 15.4.
TEST(Selector, SubsequentSiblingsComeAnywhereLater) {
  const char* page = "<p id=z>0</p><h2>t</h2><i></i><p id=a>x</p><p id=b>y</p>";
  EXPECT_EQ(selected(page, "h2 ~ p"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "h2 ~ i + p"), (Names{"a"}));
}

TEST(Selector, CombinatorsBacktrackThroughSiblingsAndAncestors) {
  const char* page =
      "<section class=k><i></i><div><b></b><div><b class=m></b><p id=a>x</p></div><p "
      "id=c>y</p></div></section>";
  EXPECT_EQ(selected(page, ".k > i ~ div p"), (Names{"a", "c"}));
  EXPECT_EQ(selected(page, "i + div b ~ p"), (Names{"a", "c"}));
  EXPECT_EQ(selected(page, "section > div > b ~ div p"), (Names{"a"}));
  EXPECT_EQ(selected(page, "b.m ~ div p"), Names{});
}

// Section 4.2 and 4.4.
TEST(Selector, IsAndWhereMatchWhatTheirListMatches) {
  const char* page = "<h1 id=a>x</h1><h2 id=b>y</h2><h3 id=c>z</h3>";
  EXPECT_EQ(selected(page, ":is(h1, h3)"), (Names{"a", "c"}));
  EXPECT_EQ(selected(page, "body > :where(h2,h3):not(#c)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "h3:is(h1 ~ h2 + *)"), (Names{"c"}));
}

// Section 4.3.
TEST(Selector, NotMatchesWhatItsListDoesNot) {
  const char* page = "<p id=a class=x>1<p id=b>2<p id=c class=y>3";
  EXPECT_EQ(selected(page, "p:not(.x, .y)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "p:not(p + p)"), (Names{"a"}));
}

// Section 4.5.
TEST(Selector, HasLooksBelowByDefault) {
  const char* page = "<div id=a><p><b id=x></b></p></div><div id=b><p>none</p></div>";
  EXPECT_EQ(selected(page, "div:has(b)"), (Names{"a"}));
  EXPECT_EQ(selected(page, "div:has(> b)"), Names{});
  EXPECT_EQ(selected(page, "div:has(> p > b)"), (Names{"a"}));
  EXPECT_EQ(selected(page, "div:not(:has(b))"), (Names{"b"}));
  EXPECT_EQ(selected(page, "div:has(i, b)"), (Names{"a"}));
}

TEST(Selector, HasLooksAtSiblings) {
  const char* page = "<h2 id=a>1</h2><p>x</p><h2 id=b>2</h2><ul><li>y</li></ul><h2 id=c>3</h2>";
  EXPECT_EQ(selected(page, "h2:has(+ p)"), (Names{"a"}));
  EXPECT_EQ(selected(page, "h2:has(~ ul)"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "h2:has(+ ul > li)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "h2:has(+ * + h2)"), (Names{"a", "b"}));
}

// The relative selector begins at the element: what stands above it does not help.
TEST(Selector, HasDoesNotMatchItsLeftSideOutside) {
  const char* page = "<section><div id=a><p>x</p></div></section>";
  EXPECT_EQ(selected(page, "div:has(section p)"), Names{});
  EXPECT_EQ(selected(page, "div:has(:is(section p))"), (Names{"a"}));
}

// Section 14.4.1; CSS Syntax 3, section 6.
TEST(Selector, NthChildCountsFromOne) {
  const char* page = "<ol><li id=a><li id=b><li id=c><li id=d><li id=e></ol>";
  EXPECT_EQ(selected(page, "li:nth-child(2)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "li:nth-child(odd)"), (Names{"a", "c", "e"}));
  EXPECT_EQ(selected(page, "li:nth-child(EVEN)"), (Names{"b", "d"}));
  EXPECT_EQ(selected(page, "li:nth-child( 3n - 1 )"), (Names{"b", "e"}));
  EXPECT_EQ(selected(page, "li:nth-child(-n+2)"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "li:nth-child(n+4)"), (Names{"d", "e"}));
  EXPECT_EQ(selected(page, "li:nth-child(0n+3)"), (Names{"c"}));
  EXPECT_EQ(selected(page, "li:nth-child(+2n+1)"), (Names{"a", "c", "e"}));
  EXPECT_EQ(selected(page, "li:nth-child(0)"), Names{});
  EXPECT_EQ(selected(page, "li:nth-child(-1)"), Names{});
}

TEST(Selector, NthChildOfCountsOnlyWhatMatches) {
  const char* page = "<ol><li id=a><li id=b class=k><li id=c><li id=d class=k><li id=e class=k></ol>";
  EXPECT_EQ(selected(page, ":nth-child(2 of .k)"), (Names{"d"}));
  EXPECT_EQ(selected(page, "li:nth-child(odd of .k)"), (Names{"b", "e"}));
  EXPECT_EQ(selected(page, "li:nth-child(1 of li, .k)"), (Names{"a"}));
  EXPECT_EQ(selected(page, "li:nth-last-child(1 of :not(.k))"), (Names{"c"}));
  EXPECT_EQ(selected(page, ":nth-child(2 of.k)"), (Names{"d"}));
}

// Section 14.4.2 to 14.4.5.
TEST(Selector, FirstLastAndOnlyChild) {
  const char* page = "<ol id=o><li id=a><li id=b></ol>text<ul id=u><li id=c></ul>";
  EXPECT_EQ(selected(page, "li:first-child"), (Names{"a", "c"}));
  EXPECT_EQ(selected(page, "li:last-child"), (Names{"b", "c"}));
  EXPECT_EQ(selected(page, "li:only-child"), (Names{"c"}));
  EXPECT_EQ(selected(page, "li:nth-last-child(2)"), (Names{"a"}));
}

// Section 14.4.6 to 14.4.10.
TEST(Selector, PositionsOfTypeCountElementsOfTheSameName) {
  const char* page = "<h2 id=h>t</h2><p id=a>1</p><i id=i></i><p id=b>2</p><p id=c>3</p>";
  EXPECT_EQ(selected(page, "p:first-of-type"), (Names{"a"}));
  EXPECT_EQ(selected(page, "p:last-of-type"), (Names{"c"}));
  EXPECT_EQ(selected(page, "p:nth-of-type(2)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "p:nth-last-of-type(2)"), (Names{"b"}));
  EXPECT_EQ(selected(page, "body > :only-of-type"), (Names{"h", "i"}));
}

TEST(Selector, PositionsAreTheSameAmongManySiblings) {
  std::string list = "<ol>";
  for (int i = 1; i <= 100; ++i) list += "<li id=n" + std::to_string(i) + (i % 2 == 0 ? " class=k>" : ">");
  const Document page = Document::parse(list);
  EXPECT_EQ(ids(page.select("li:nth-child(50n)")), (Names{"n50", "n100"}));
  EXPECT_EQ(ids(page.select("li:nth-last-child(100)")), (Names{"n1"}));
  EXPECT_EQ(ids(page.select("li:nth-last-of-type(51)")), (Names{"n50"}));
  EXPECT_EQ(ids(page.select("li:nth-child(40 of .k)")), (Names{"n80"}));
  EXPECT_TRUE(page.find("#n77").matches("li:nth-child(77):nth-last-child(24)"));
}

// Section 14.2.
TEST(Selector, EmptyAllowsWhiteSpaceAndComments) {
  const char* page =
      "<p id=a></p><p id=b> \n</p><p id=c><!-- x --></p><p id=d>x</p><p id=e><br></p><p id=f>&nbsp;</p>";
  EXPECT_EQ(selected(page, "p:empty"), (Names{"a", "b", "c"}));
  EXPECT_EQ(selected("<script id=a>1</script><script id=b></script>", "script:empty"), (Names{"b"}));
}

// Section 14.1.
TEST(Selector, RootIsTheOutermostElement) {
  EXPECT_EQ(selected("<p>x", ":root"), (Names{"html"}));
  EXPECT_EQ(selected_in_xml("<feed><entry/></feed>", ":root > *"), (Names{"entry"}));
}

// Section 13.4.
TEST(Selector, ScopeIsTheNodeSearchedFrom) {
  const Document page = Document::parse("<div id=o><p id=a>1</p><div><p id=b>2</p></div></div>");
  const Node outer = page.find("#o");
  EXPECT_EQ(ids(outer.select(":scope > p")), (Names{"a"}));
  EXPECT_EQ(ids(outer.select("div > p")), (Names{"a", "b"}));
  EXPECT_EQ(ids(outer.select(":scope > div > p")), (Names{"b"}));
  EXPECT_EQ(outer.find(":scope"), Node());
  EXPECT_EQ(ids(page.select(":scope")), (Names{"html"}));
  EXPECT_TRUE(outer.matches(":scope"));
  EXPECT_FALSE(page.find("#a").matches(":scope > p"));
  EXPECT_TRUE(Selector(":scope > p").matches(page.find("#a"), outer));
}

TEST(Selector, SearchesOnlyBelowTheNodeButMatchesAncestorsAbove) {
  const Document page = Document::parse("<div id=o><ul id=u><li id=a></ul></div><ul><li id=b></ul>");
  const Node list = page.find("#u");
  EXPECT_EQ(ids(list.select("div li")), (Names{"a"}));
  EXPECT_EQ(list.find("ul"), Node());
  EXPECT_EQ(list.find("li").id(), "a");
}

TEST(Selector, ClosestIsTheElementItselfOrAnAncestor) {
  const Document page = Document::parse("<div id=o class=k><p id=p><b id=b>x</b></p></div>");
  const Node bold = page.find("b");
  EXPECT_EQ(bold.closest("b").id(), "b");
  EXPECT_EQ(bold.closest(".k").id(), "o");
  EXPECT_EQ(bold.first_child().closest("p").id(), "p");
  EXPECT_EQ(bold.closest("table"), Node());
}

TEST(Selector, EmptyNodesAndEmptySelectorsMatchNothing) {
  const Document page = Document::parse("<p>x");
  EXPECT_EQ(Node().find("p"), Node());
  EXPECT_TRUE(Node().select("p").empty());
  EXPECT_FALSE(Node().matches("p"));
  EXPECT_EQ(Node().closest("p"), Node());
  EXPECT_TRUE(page.select(Selector()).empty());
  EXPECT_FALSE(page.find("p").matches(Selector()));
  EXPECT_FALSE(Selector());
  EXPECT_FALSE(page.find("p").first_child().matches("*"));
}

// An extension.
TEST(Selector, ContainsTextComparesWordsAcrossElementsAndIgnoresCase) {
  const char* page =
      "<div id=d><h3 id=h>Related\n <b id=b>Articles</b></h3><p id=p>more</p></div><p id=q>relatedarticles";
  EXPECT_EQ(selected(page, "body :contains-text('related  ARTICLES')"), (Names{"d", "h"}));
  EXPECT_EQ(selected(page, ":contains-text(\"articles\"):not(:has(:contains-text('articles')))"),
            (Names{"b", "q"}));
  EXPECT_EQ(selected(page, "p:contains-text('articles more')"), Names{});
  EXPECT_EQ(selected(page, "div:contains-text('articles more')"), (Names{"d"}));
}

TEST(Selector, ContainsTextSeesASpaceAtBothBordersOfABlock) {
  const char* page = "<div id=a><p>one</p>two</div><div id=b>one<br>two</div><div id=c><i>one</i>two</div>";
  EXPECT_EQ(selected(page, "div:contains-text('one two')"), (Names{"a", "b"}));
  EXPECT_EQ(selected(page, "div:contains-text('onetwo')"), (Names{"c"}));
}

}  // namespace
}  // namespace pith
