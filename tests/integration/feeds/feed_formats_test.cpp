// The formats of feeds and their modules, each as its specification has it.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

/// Netscape's RSS 0.90 and 0.91, with the document type that the latter asks for.
TEST(FeedFormats, OldRss) {
  const auto oldest = read_feed(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
      "<channel><title>T</title></channel><item><title>A</title><link>https://example.com/a</link></item></"
      "rdf:RDF>");
  EXPECT_EQ(oldest.kind, "feed");
  EXPECT_EQ(links_of(oldest), Texts{"https://example.com/a"});
  const auto old = read_feed(
      "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
      "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><title>T</title>" +
      item() + "</channel></rss>");
  EXPECT_EQ(old.recipe, "RSS 0.91");
  EXPECT_EQ(links_of(old), Texts{"https://example.com/a"});
}

TEST(FeedFormats, Rss2InANamespaceOfItsOwn) {
  for (const char* name :
       {"http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss", "urn:nobody-knows"})
    EXPECT_EQ(links_of(read_feed(rss(item(), "xmlns='" + std::string(name) + "'"))),
              Texts{"https://example.com/a"})
        << name;
}

/// Atom 0.3: `mode` says how content is written, dates have other names.
TEST(FeedFormats, Atom03) {
  const auto feed = read_feed(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped' type='text/html'>T</title>"
      "<author><name>Ann Lee</name></author><entry><title type='text/html' mode='escaped'>A &amp;amp; "
      "B</title>"
      "<link rel='alternate' type='text/html' href='/a'/><issued>2003-12-30T10:14:55+01:00</issued>"
      "<modified>2003-12-31T10:14:55Z</modified>"
      "<content type='text/html' mode='escaped'>&lt;p&gt;Hello there, dear "
      "readers.&lt;/p&gt;</content></entry>"
      "<entry><title>B</title><link rel='alternate' href='/b'/><content type='application/xhtml+xml' "
      "mode='xml'>"
      "<div xmlns='http://www.w3.org/1999/xhtml'><p>One.</p><p>Two.</p></div></content></entry></feed>");
  EXPECT_EQ(titles_of(feed), (Texts{"A & B", "B"}));
  EXPECT_EQ(links_of(feed), (Texts{"https://example.com/a", "https://example.com/b"}));
  EXPECT_EQ(feed.articles[0].published->rfc3339(), "2003-12-30T09:14:55Z");
  EXPECT_EQ(feed.articles[0].modified->rfc3339(), "2003-12-31T10:14:55Z");
  EXPECT_EQ(feed.articles[0].authors, Texts{"Ann Lee"});
  EXPECT_EQ(text_of(feed.articles[0].body), "Hello there, dear readers.");
  EXPECT_EQ(text_of(feed.articles[1].body), "One.\nTwo.");
}

/// RFC 4287, section 3.1: text is text, html is escaped, xhtml is elements, in whatever prefix.
TEST(FeedFormats, TextsOfAtom) {
  const auto feed = read_feed(
      atom("<entry><title type='html'>A &lt;b&gt;b&lt;/b&gt; &amp;amp; c</title><link href='/a'/><summary>1 "
           "&lt; 2 &lt;b&gt;</summary></entry>"
           "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>X "
           "<em>y</em></div></title><link href='/b'/>"
           "<content type='xhtml' xmlns:x='http://www.w3.org/1999/xhtml'><x:div><x:p>P "
           "<x:b>q</x:b></x:p><x:p>R</x:p></x:div></content></entry>"
           "<entry><title type='TEXT/HTML'>D &lt;i&gt;d&lt;/i&gt;</title><link href='/d'/></entry>"));
  EXPECT_EQ(titles_of(feed), (Texts{"A b & c", "X y", "D d"}));
  EXPECT_EQ(feed.articles[0].summary, "1 < 2 <b>");
  EXPECT_EQ(text_of(feed.articles[1].body), "P q\nR");
}

TEST(FeedFormats, AtomWithAPrefixOrWithoutANamespace) {
  EXPECT_EQ(
      links_of(read_feed(
          "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title><a:entry><a:title>A</a:title>"
          "<a:link href='https://example.com/a'/></a:entry></a:feed>")),
      Texts{"https://example.com/a"});
  EXPECT_EQ(links_of(read_feed("<feed><title>T</title><entry><title>A</title><link "
                               "href='https://example.com/a'/></entry></feed>")),
            Texts{"https://example.com/a"});
}

TEST(FeedFormats, AuthorsOfAtomAreThoseOfTheEntryElseOfTheFeed) {
  const auto feed = read_feed(
      atom("<author><name>Feed Author</name></author><entry><title>A</title><link href='/a'/></entry>"
           "<entry><title>B</title><link href='/b'/><author><name>Ann "
           "Lee</name></author><contributor><name>Bo Chan</name></contributor></entry>"));
  EXPECT_EQ(feed.articles[0].authors, Texts{"Feed Author"});
  EXPECT_EQ(feed.articles[1].authors, (Texts{"Ann Lee", "Bo Chan"}));
}

TEST(FeedFormats, AuthorsOfRss) {
  const auto authors = [](const std::string& part) {
    return read_feed(rss(item(part))).articles.front().authors;
  };
  EXPECT_EQ(authors("<author>ann@example.com (Ann Lee)</author>"), Texts{"Ann Lee"});
  EXPECT_EQ(authors("<author>Ann Lee &lt;ann@example.com&gt;</author>"), Texts{"Ann Lee"});
  EXPECT_EQ(authors("<author>ann@example.com</author>"), Texts{});
  EXPECT_EQ(authors("<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Chan</dc:creator>"),
            (Texts{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(authors("<atom:author><atom:name>Ann "
                    "Lee</atom:name><atom:uri>https://example.com/ann</atom:uri></atom:author>"),
            Texts{"Ann Lee"});
}

/// Modules are known by their namespace whatever their prefix, and by the usual prefix where nobody declared
/// it.
TEST(FeedFormats, ModulesOfRss) {
  constexpr const char* parts =
      "<%d:creator>Ann Lee</%d:creator><%d:date>2004-01-02</%d:date>"
      "<%c:encoded>&lt;p&gt;The whole text stands here.&lt;/p&gt;</%c:encoded><%m:content url='/i.jpg' "
      "medium='image' width='640'/>";
  const auto with = [&](const std::string& dc, const std::string& content, const std::string& media) {
    std::string text = parts;
    for (const auto& [mark, prefix] :
         {std::pair<std::string, std::string>{"%d", dc}, {"%c", content}, {"%m", media}}) {
      for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text.replace(at, 2, prefix);
    }
    return text;
  };
  const std::string declared =
      "xmlns:x='http://purl.org/dc/elements/1.1/' xmlns:y='http://purl.org/rss/1.0/modules/content/' "
      "xmlns:z='http://search.yahoo.com/mrss/'";
  for (const auto& feed : {read_feed(rss(item(with("dc", "content", "media")))),
                           read_feed(rss(item(with("x", "y", "z")), declared))}) {
    const Article& article = feed.articles.front();
    EXPECT_EQ(article.authors, Texts{"Ann Lee"});
    EXPECT_EQ(article.published->rfc3339(), "2004-01-02");
    EXPECT_EQ(text_of(article.body), "The whole text stands here.");
    EXPECT_EQ(article.image->url, "https://example.com/i.jpg");
  }
}

TEST(FeedFormats, TextsOfRssMayBeElements) {
  EXPECT_EQ(
      text_of_first(read_feed(rss(item("<description><p>One <b>bold</b></p><p>Two</p></description>")))),
      "One bold\nTwo");
  EXPECT_EQ(text_of_first(read_feed(
                rss(item("<body xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Two</p></body>")))),
            "One\nTwo");
}

TEST(FeedFormats, TitlesMayHaveMarkupInEveryWay) {
  const auto title = [](const std::string& text) {
    return titles_of(read_feed(rss("<item><title>" + text + "</title></item>"))).front();
  };
  EXPECT_EQ(title("A &lt;b&gt;bold&lt;/b&gt; word, 1 &lt; 2"), "A bold word, 1 < 2");
  EXPECT_EQ(title("<![CDATA[A & B <i>c</i>]]>"), "A & B c");
  EXPECT_EQ(title("<![CDATA[x ]]]]><![CDATA[> y]]>"), "x ]]> y");
  EXPECT_EQ(title("AT&amp;amp;T"), "AT&T");
  EXPECT_EQ(title("A <em>b</em> c"), "A b c");
}

TEST(FeedFormats, ItemsWithoutATitleOrALink) {
  const auto feed =
      read_feed(rss("<item><description>A note.</description></item><item><title>B</title></item>" + item()));
  EXPECT_EQ(titles_of(feed), (Texts{"", "B", "A"}));
  EXPECT_EQ(links_of(feed), Texts{"https://example.com/a"}) << "only what leads somewhere is a link";
}

}  // namespace
}  // namespace pith
