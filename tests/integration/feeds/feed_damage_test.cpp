// Ill-formed feeds are read as far as a reader would; traps do nothing.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

TEST(FeedDamage, WhateverTypeTheServerSays) {
  for (const char* type : {"text/html", "text/html; charset=utf-8", "text/plain", "application/octet-stream",
                           "application/json", ""})
    EXPECT_EQ(links_of(read_feed(rss(item()), type)), Texts{"https://example.com/a"}) << type;
}

TEST(FeedDamage, WhateverStandsBeforeOrBehindIt) {
  for (const std::string before :
       {"\xef\xbb\xbf", "\n\n   ", "<!-- generated -->\n", "Warning: headers already sent\n",
        "<br />\n<b>Warning</b>: x in <b>/a.php</b> on line <b>3</b><br />\n"})
    EXPECT_EQ(links_of(read_feed(before + rss(item()))), Texts{"https://example.com/a"}) << before;
  EXPECT_EQ(links_of(read_feed(rss(item()) + "<!-- 0.2 s --><script>x</script> and more")),
            Texts{"https://example.com/a"});
}

TEST(FeedDamage, StrayAmpersandsAndNamesOfHtml) {
  const auto feed =
      read_feed(rss("<item><title>Caf&eacute;&nbsp;&mdash; AT&T &#146;s "
                    "&unknown;</title><link>https://example.com/a?x=1&y=2&copy=3</link></item>"));
  EXPECT_EQ(titles_of(feed), Texts{"Caf\u00e9 \u2014 AT&T \u2019s &unknown;"});
  EXPECT_EQ(links_of(feed), Texts{"https://example.com/a?x=1&y=2&copy=3"});
}

TEST(FeedDamage, MissingEndTags) {
  const auto feed = read_feed(
      "<rss "
      "version='2.0'><channel><title>T<item><title>A<link>https://example.com/a</link><item><title>B</title>"
      "<link>https://example.com/b<description>Text.<item><title>C</title><link>https://example.com/c</"
      "link>");
  EXPECT_EQ(titles_of(feed), (Texts{"A", "B", "C"}));
  EXPECT_EQ(links_of(feed),
            (Texts{"https://example.com/a", "https://example.com/b", "https://example.com/c"}));
}

TEST(FeedDamage, ItemsBesideTheChannel) {
  EXPECT_EQ(links_of(read_feed("<rss version='2.0'><channel><title>T</title></channel>" + item() + "</rss>")),
            Texts{"https://example.com/a"});
}

TEST(FeedDamage, NamesInCapitals) {
  const auto feed = read_feed(
      "<RSS version='2.0'><Channel><Title>T</Title><Item><Title>A</Title><Link>https://example.com/a</Link>"
      "<PubDate>Thu, 01 Jan 2004 19:48:21 GMT</PubDate></Item></Channel></RSS>");
  EXPECT_EQ(titles_of(feed), Texts{"A"});
  EXPECT_EQ(links_of(feed), Texts{"https://example.com/a"});
  EXPECT_EQ(feed.articles.front().published->rfc3339(), "2004-01-01T19:48:21Z");
}

/// Cut anywhere, no URL comes out that the whole feed does not have.
TEST(FeedDamage, ABrokenOffFeedInventsNoLinks) {
  const std::string feeds[] = {
      rss(item() + "<item><title>B</title><link>https://example.com/story/b</link><guid>https://example.com/"
                   "story/b</guid></item>"),
      atom("<entry><title>A</title><link href='https://example.com/a'/></entry><entry><title>B</title>"
           "<id>https://example.com/story/b</id><link rel='alternate' "
           "href='https://example.com/story/b'/></entry>")};
  for (const std::string& whole : feeds) {
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
      for (const auto& url : links_of(read_feed(whole.substr(0, cut))))
        EXPECT_TRUE(url == "https://example.com/a" || url == "https://example.com/story/b")
            << url << " at " << cut;
    }
  }
}

/// The "billion laughs": 10^11 words, if anybody resolved them.
TEST(FeedDamage, AnEntityBombIsATextLikeAnyOther) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'lol'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  const auto feed = read_feed(bomb + "]><rss version='2.0'><channel><title>&a11;</title>" +
                              item("<description>&a11;</description>") + "</channel></rss>");
  EXPECT_EQ(text_of_first(feed), "&a11;");
  EXPECT_EQ(links_of(feed), Texts{"https://example.com/a"});
}

TEST(FeedDamage, ExternalEntitiesBringNothingIn) {
  const auto feed = read_feed(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY g SYSTEM "
      "'http://127.0.0.1:1/'>"
      "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p.dtd'>%p;]><rss version='2.0'><channel><title>T</title>" +
      item("<description>x &f; &g; y</description>") + "</channel></rss>");
  EXPECT_EQ(text_of_first(feed), "x &f; &g; y");
}

TEST(FeedDamage, AFeedOfNothingSaysSo) {
  EXPECT_EQ(read_feed(rss("")).status, Status::no_article);
  EXPECT_EQ(read_feed(rss("")).reason, "the feed has no items");
  EXPECT_EQ(read_feed("<?xml version='1.0'?>").status, Status::unsupported);
  EXPECT_EQ(read_feed("").status, Status::unsupported);
}

}  // namespace
}  // namespace pith
