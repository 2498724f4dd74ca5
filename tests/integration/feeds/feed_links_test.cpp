// Where items lead, and what references are relative to.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

Texts links_of_item(const std::string& parts, const std::string& attributes = {}) {
  return links_of(read_feed(rss("<item><title>A</title>" + parts + "</item>", attributes)));
}

/// rssboard.org/rss-specification: a guid is a permanent link unless isPermaLink is false.
TEST(FeedLinks, AGuidIsALinkUnlessItSaysOtherwise) {
  EXPECT_EQ(links_of_item("<guid>https://example.com/g</guid>"), Texts{"https://example.com/g"});
  EXPECT_EQ(links_of_item("<guid isPermaLink='true'>https://example.com/g</guid>"),
            Texts{"https://example.com/g"});
  EXPECT_EQ(links_of_item("<link/><guid>https://example.com/g</guid>"), Texts{"https://example.com/g"});
  EXPECT_EQ(links_of_item("<guid isPermaLink='false'>https://example.com/g</guid>"), Texts{});
  EXPECT_EQ(links_of_item("<guid ispermalink='FALSE'>https://example.com/g</guid>"), Texts{});
  EXPECT_EQ(links_of_item("<guid>tag:example.com,2024:1</guid>"), Texts{});
  EXPECT_EQ(links_of_item("<link>https://example.com/l</link><guid>https://example.com/g</guid>"),
            Texts{"https://example.com/l"});
}

TEST(FeedLinks, AreFoundHoweverTheyAreWritten) {
  EXPECT_EQ(links_of_item("<link><![CDATA[https://example.com/a?b=1&c=2]]></link>"),
            Texts{"https://example.com/a?b=1&c=2"});
  EXPECT_EQ(links_of_item("<link>\n  https://example.com/a\n   ?b=1\n</link>"),
            Texts{"https://example.com/a?b=1"});
  EXPECT_EQ(links_of_item("<link href='https://example.com/h'/>"), Texts{"https://example.com/h"});
  EXPECT_EQ(
      links_of_item(
          "<atom:link rel='self' href='https://example.com/s'/><atom:link href='https://example.com/h'/>"),
      Texts{"https://example.com/h"});
  EXPECT_EQ(links_of_item("<link>https://feedproxy.example/~r/1</link><feedburner:origLink>https://"
                          "example.com/o</feedburner:origLink>",
                          "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"),
            Texts{"https://example.com/o"});
}

TEST(FeedLinks, LeadToTheWebOrNowhere) {
  for (const char* link :
       {"javascript:alert(1)", "mailto:ann@example.com", "file:///etc/passwd", "data:text/html,x", " "})
    EXPECT_EQ(links_of_item("<link>" + std::string(link) + "</link>"), Texts{}) << link;
}

TEST(FeedLinks, OfAtomAreTheAlternateOnesToHtmlFirst) {
  const auto links = [](const std::string& parts) {
    return links_of(read_feed(atom("<entry><title>A</title>" + parts + "</entry>")));
  };
  EXPECT_EQ(links("<link rel='self' href='/s'/><link rel='enclosure' href='/e.mp3' type='audio/mpeg'/>"
                  "<link rel='alternate' type='application/json' href='/j'/><link rel='alternate' "
                  "type='text/html' href='/h'/>"),
            Texts{"https://example.com/h"});
  EXPECT_EQ(links("<link rel='http://www.iana.org/assignments/relation/alternate' href='/c'/>"),
            Texts{"https://example.com/c"});
  EXPECT_EQ(links("<content src='/e' type='text/html'/><id>tag:x</id>"), Texts{"https://example.com/e"});
  EXPECT_EQ(links("<id>https://example.com/d</id>"), Texts{"https://example.com/d"});
  EXPECT_EQ(links("<link rel='self' href='/s'/><id>tag:x</id>"), Texts{});
}

/// RFC 4287, section 2: xml:base holds for an element and all within, each seen from the one around it.
TEST(FeedLinks, AreSeenFromXmlBase) {
  const auto feed = read_feed(
      atom("<entry xml:base='two/'><title>A</title><link href='a'/><content type='html' xml:base='three/'>"
           "&lt;p&gt;Hello &lt;img src='i.png'&gt; dear readers of all lands&lt;/p&gt;</content></entry>"
           "<entry><title>B</title><link xml:base='https://other.example/' href='b'/></entry>",
           "xml:base='https://example.com/one/'"));
  EXPECT_EQ(links_of(feed), (Texts{"https://example.com/one/two/a", "https://other.example/b"}));
  ASSERT_EQ(feed.articles[0].body.size(), 2U);
  EXPECT_EQ(feed.articles[0].body[1].images.front().url, "https://example.com/one/two/three/i.png");
}

TEST(FeedLinks, WithinATextOfRssAreSeenFromTheBaseOrTheSite) {
  const std::string text =
      "<description>&lt;p&gt;Hello dear readers.&lt;/p&gt;&lt;img src='i.png'&gt;</description>";
  const auto picture = [&](const std::string& attributes) {
    return read_feed(rss(item(text), attributes)).articles.front().body.back().images.front().url;
  };
  EXPECT_EQ(picture(""), "https://example.com/i.png");
  EXPECT_EQ(picture("xml:base='https://base.example/dir/'"), "https://base.example/dir/i.png");
}

}  // namespace
}  // namespace pith
