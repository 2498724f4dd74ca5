#include <gtest/gtest.h>

#include <string>

#include "pith/document.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

Node first(const Document& document, std::string_view name) {
  for (Node node = document.root(); node; node = node.following()) {
    if (node.name() == name) return node;
  }
  return {};
}

std::size_t count(const Document& document, std::string_view name) {
  std::size_t found = 0;
  for (Node node = document.root(); node; node = node.following()) found += node.name() == name ? 1 : 0;
  return found;
}

bool has_notice(const Document& document, Notice::Kind kind) {
  for (const Notice& notice : document.notices()) {
    if (notice.kind == kind) return true;
  }
  return false;
}

std::string piece(const std::string& text, SourceRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

TEST(XmlDocument, ElementsKeepTheirCaseAndTexts) {
  const Document document = Document::parse_xml("<rss><channel><pubDate>now</pubDate></channel></rss>");
  EXPECT_TRUE(document.is_xml());
  EXPECT_EQ(first(document, "pubDate").text_content(), "now");
  EXPECT_FALSE(first(document, "pubdate"));
  EXPECT_EQ(document.html().name(), "rss");
  EXPECT_TRUE(document.notices().empty());
}

// libxml2 2.9 loses its place in a buffer that it does not own when it meets a reference far inside.
TEST(XmlDocument, ReferencesFarInsideAreReadOnce) {
  std::string xml = "<a>";
  for (int i = 0; i < 200; ++i) xml += "<b>a text of some length before &amp;mdash; and some after</b>";
  const Document document = Document::parse_xml(xml + "</a>");
  EXPECT_EQ(count(document, "b"), 200u);
  for (Node node = first(document, "b"); node; node = node.next_element())
    EXPECT_EQ(node.text_content(), "a text of some length before &mdash; and some after");
  EXPECT_TRUE(document.notices().empty());
}

TEST(XmlDocument, CdataIsText) {
  const Document document = Document::parse_xml("<a>x <![CDATA[<b> & ]]>y</a>");
  EXPECT_EQ(first(document, "a").text_content(), "x <b> & y");
  EXPECT_EQ(first(document, "a").first_child().next(), Node{});
}

TEST(XmlDocument, WellKnownNamespacesHaveOnePrefixWhateverThePageCalledThem) {
  const Document document = Document::parse_xml(
      "<rss xmlns:m='http://search.yahoo.com/mrss/' xmlns:n='https://www.rssboard.org/media-rss'"
      " xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:a10='http://www.w3.org/2005/Atom'>"
      "<m:content url='u'/><n:thumbnail/><d:creator>C</d:creator><a10:link href='h'/></rss>");
  EXPECT_EQ(first(document, "media:content").attribute("url"), "u");
  EXPECT_TRUE(first(document, "media:thumbnail"));
  EXPECT_EQ(first(document, "dc:creator").text_content(), "C");
  EXPECT_EQ(first(document, "atom:link").attribute("href"), "h");
}

TEST(XmlDocument, TheRootsOwnNamespaceNeedsNoPrefix) {
  const Document atom =
      Document::parse_xml("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry/></a:feed>");
  EXPECT_TRUE(first(atom, "entry"));
  const Document rdf = Document::parse_xml(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
      "<item rdf:about='x'/></rdf:RDF>");
  EXPECT_EQ(first(rdf, "item").attribute("rdf:about"), "x");
  EXPECT_EQ(rdf.html().name(), "rdf:RDF");
}

TEST(XmlDocument, UndeclaredPrefixesStayAsWritten) {
  const Document document = Document::parse_xml("<rss><media:content url='u'/><x:y/></rss>");
  EXPECT_TRUE(first(document, "media:content"));
  EXPECT_TRUE(first(document, "x:y"));
}

TEST(XmlDocument, XhtmlInsideAFeedHasTags) {
  const Document document = Document::parse_xml(
      "<feed xmlns='http://www.w3.org/2005/Atom'><content><div xmlns='http://www.w3.org/1999/xhtml'>"
      "<p>one</p><p>two</p></div></content></feed>");
  EXPECT_TRUE(first(document, "p").is(Tag::p));
  EXPECT_EQ(first(document, "content").text(), "one\ntwo");
}

TEST(XmlDocument, EntitiesOfHtmlAreResolvedInTextsAndAttributes) {
  const Document document = Document::parse_xml("<a t='caf&eacute;'>x&nbsp;&hellip;&#233;&amp;lt;</a>");
  EXPECT_EQ(first(document, "a").attribute("t"), "café");
  EXPECT_EQ(first(document, "a").text_content(), "x\u00a0…é&lt;");
}

TEST(XmlDocument, StrayAmpersandsAndAnglesAreTexts) {
  const Document document = Document::parse_xml("<a><b u='?x=1&y=2'>R & D < 3 &unknown; &#0;</b></a>");
  EXPECT_EQ(first(document, "b").attribute("u"), "?x=1&y=2");
  EXPECT_EQ(first(document, "b").text_content(), "R & D < 3 &unknown; &#0;");
  EXPECT_TRUE(has_notice(document, Notice::Kind::data));
}

TEST(XmlDocument, UnclosedElementsAreClosedByTheirParent) {
  const Document document =
      Document::parse_xml("<rss><item><title>one</item><item><title>two</title></bogus></item><item>three");
  EXPECT_EQ(count(document, "item"), 3U);
  EXPECT_EQ(first(document, "item").text_content(), "one");
  EXPECT_EQ(first(document, "item").next().text_content(), "two");
  EXPECT_TRUE(has_notice(document, Notice::Kind::data));
}

TEST(XmlDocument, AnElementOfAFeedEndsOneThatCannotHoldIt) {
  const Document document = Document::parse_xml(
      "<rss><channel><item><title>one<link>a</link><item><title>two</title><guid>b<pubDate>c</channel></"
      "rss>");
  EXPECT_EQ(count(document, "item"), 2U);
  EXPECT_EQ(first(document, "title").text_content(), "one");
  EXPECT_EQ(first(document, "item").next().text_content(), "twobc");
  EXPECT_EQ(first(document, "guid").text_content(), "b");
  EXPECT_TRUE(has_notice(document, Notice::Kind::data));
}

TEST(XmlDocument, OtherDocumentsMayNestWhatFeedsDoNot) {
  const Document other =
      Document::parse_xml("<list><item><title>a<link>b</link></title><item/></item></list>");
  EXPECT_EQ(first(other, "title").text_content(), "ab");
  EXPECT_EQ(count(other, "item"), 2U);
  EXPECT_TRUE(other.notices().empty());
  const Document entry =
      Document::parse_xml("<feed><entry><content><entry><id>a</id></entry></content></entry></feed>");
  EXPECT_TRUE(entry.notices().empty()) << "an entry of Atom may be the content of another one";
}

TEST(XmlDocument, AnAddressThatAFeedBreaksOffInIsNone) {
  const Document text =
      Document::parse_xml("<rss><channel><item><title>a</title><link>https://example.com/sto");
  EXPECT_EQ(first(text, "title").text_content(), "a");
  EXPECT_EQ(first(text, "link").text_content(), "");
  const Document attribute =
      Document::parse_xml("<feed><entry><link rel='alternate' href='https://example.com/sto");
  EXPECT_EQ(first(attribute, "link").attribute("rel"), "alternate");
  EXPECT_FALSE(first(attribute, "link").has_attribute("href"));
}

TEST(XmlDocument, NumbersOfControlCharactersMeanThoseOfWindows) {
  const Document document = Document::parse_xml("<a b='&#147;x&#x94;'>it&#146;s &#128; &#129; &#160;</a>");
  EXPECT_EQ(first(document, "a").attribute("b"), "\u201Cx\u201D");
  EXPECT_EQ(first(document, "a").text_content(), "it\u2019s \u20AC \u0081 \u00A0");
}

TEST(XmlDocument, WhatProgramsWriteBeforeAFeedIsSkipped) {
  for (const char* junk :
       {"Warning: headers already sent in line 3\n", "<br />\n<b>Warning</b>: x < y<br />\n"}) {
    for (const char* declaration : {"<?xml version='1.0'?>\n", ""}) {
      Page page;
      page.bytes =
          std::string(junk) + declaration + "<rss version='2.0'><channel><title>t</title></channel></rss>";
      const Document document = Document::from(page);
      EXPECT_TRUE(document.is_xml()) << page.bytes;
      EXPECT_EQ(first(document, "title").text_content(), "t") << page.bytes;
      EXPECT_TRUE(has_notice(document, Notice::Kind::data)) << page.bytes;
    }
  }
}

TEST(XmlDocument, APageThatShowsAFeedIsNone) {
  Page page;
  page.bytes = "<html><body><xmp><?xml version='1.0'?><rss version='2.0'></rss></xmp>";
  EXPECT_FALSE(Document::from(page).is_xml());
}

TEST(XmlDocument, BytesBeforeTheDeclarationAreSkipped) {
  const Document document =
      Document::parse_xml("\n\n junk <?xml version='1.0' encoding='iso-8859-1'?><a>é</a>");
  EXPECT_EQ(first(document, "a").text_content(), "é");
  EXPECT_TRUE(has_notice(document, Notice::Kind::data));
}

TEST(XmlDocument, BadAttributesAreMended) {
  const Document document = Document::parse_xml("<a x=1 y x='2' z=\"<\">t</a>");
  EXPECT_EQ(first(document, "a").attribute("x"), "1");
  EXPECT_TRUE(first(document, "a").has_attribute("y"));
  EXPECT_EQ(first(document, "a").attribute("z"), "<");
}

TEST(XmlDocument, ControlCharactersDoNotEndIt) {
  const Document document = Document::parse_xml(std::string("<a>x\x08y\0z</a>", 12));
  EXPECT_EQ(first(document, "a").text_content(), "x y z");
}

// XML 1.0, section 4.4: nothing declared in a document type is ever expanded.
TEST(XmlDocument, EntityBombsDoNotGoOff) {
  const Document document = Document::parse_xml(
      "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'><!ENTITY d SYSTEM "
      "'file:///etc/hostname'>]><a>&c;&d;</a>");
  EXPECT_EQ(first(document, "a").text_content(), "&c;&d;");
}

TEST(XmlDocument, RowsKnowWhereTheyStandInThePage) {
  const std::string xml = "<?xml version='1.0'?><!-- c --><r><!-- c --><i a='&'>one &nbsp; two</i><e/></r>";
  const Document document = Document::parse_xml(xml);
  EXPECT_EQ(piece(xml, first(document, "i").source()), "<i a='&'>one &nbsp; two</i>");
  EXPECT_EQ(piece(xml, first(document, "i").first_child().source()), "one &nbsp; two");
  EXPECT_EQ(piece(xml, first(document, "e").source()), "<e/>");
  EXPECT_EQ(piece(xml, first(document, "r").source()), xml.substr(31));
}

TEST(XmlDocument, DepthIsLimitedAndContentKept) {
  Limits limits;
  limits.depth = 3;
  const Document document = Document::parse_xml("<a><b><c><d>x</d></c></b></a>", limits);
  EXPECT_EQ(first(document, "c").text_content(), "x");
  EXPECT_FALSE(first(document, "d"));
  EXPECT_TRUE(has_notice(document, Notice::Kind::limit));
}

TEST(XmlDocument, EmptyAndNonsense) {
  EXPECT_EQ(Document::parse_xml("").size(), 1U);
  EXPECT_EQ(Document::parse_xml("no markup").size(), 1U);
  EXPECT_EQ(Document::parse_xml("<").size(), 1U);
  EXPECT_EQ(Document::parse_xml("<a").size(), 2U);
  EXPECT_EQ(Document::parse_xml("</a>").size(), 1U);
}

Document from(std::string bytes, std::string content_type = {}) {
  Page page;
  page.bytes = std::move(bytes);
  if (!content_type.empty()) page.headers.emplace_back("Content-Type", std::move(content_type));
  return Document::from(page);
}

TEST(DocumentFrom, KnowsXmlByItsFirstBytesOrItsContentType) {
  EXPECT_TRUE(from("\xEF\xBB\xBF <rss></rss>", "text/html").is_xml());
  EXPECT_TRUE(from("<?xml version='1.0'?><!-- c --><feed/>").is_xml());
  EXPECT_TRUE(from("<thing/>", "application/xml; charset=utf-8").is_xml());
  EXPECT_FALSE(from("<html></html>", "text/html").is_xml());
  EXPECT_FALSE(from("plain", "text/xml").is_xml());
}

TEST(DocumentFrom, TakesXhtmlForHtml) {
  EXPECT_FALSE(
      from("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "text/xml").is_xml());
  EXPECT_FALSE(from("<p>x", "application/xhtml+xml").is_xml());
  EXPECT_FALSE(from("<?xml version='1.0'?><!DOCTYPE html><p>x").is_xml());
}

// Places are those of the bytes that came, not of the UTF-8 they became.
TEST(DocumentFrom, PlacesAreOffsetsInTheBytes) {
  const std::string bytes = "<script>\xE9</script><p>caf\xE9 <b>x</b>";
  const Document document = from(bytes, "text/html; charset=iso-8859-1");
  EXPECT_EQ(document.encoding(), "windows-1252");
  EXPECT_EQ(document.body().text(), "caf\u00e9 x");
  EXPECT_EQ(piece(bytes, first(document, "b").source()), "<b>x</b>");
  EXPECT_EQ(first(document, "script").raw_text(), "\u00e9");
}

TEST(DocumentFrom, CutsOffWhatIsTooLong) {
  Page page;
  page.bytes = "<p>0123456789";
  Limits limits;
  limits.bytes = 8;
  const Document document = Document::from(page, limits);
  EXPECT_EQ(document.body().text(), "01234");
  EXPECT_TRUE(has_notice(document, Notice::Kind::limit));
}

}  // namespace
}  // namespace pith
