#include "core/export/atom_feed.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/core/export/xml_document.hpp"
#include "tests/core/render/sample_extractions.hpp"

namespace pith {
namespace {

using namespace test;

constexpr const char* kAtom = "http://www.w3.org/2005/Atom";

std::string only(xmlNode* parent, std::string_view name) {
  const std::vector<xmlNode*> found = XmlDocument::children(parent, name);
  EXPECT_EQ(found.size(), 1U) << name;
  return found.size() == 1 ? XmlDocument::text(found[0]) : std::string();
}

void expect_date(const std::string& text) {
  static const std::regex form(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))");
  EXPECT_TRUE(std::regex_match(text, form)) << text;
}

/// RFC 4287: 4.1.1 (feed), 4.1.2 (entry), 4.2.1, 4.2.6, 4.2.7, 3.2, 3.3.
void expect_valid(const XmlDocument& feed) {
  ASSERT_EQ(XmlDocument::name(feed.root()), "feed");
  EXPECT_STREQ(reinterpret_cast<const char*>(feed.root()->ns->href), kAtom);
  EXPECT_FALSE(only(feed.root(), "id").empty());
  EXPECT_FALSE(only(feed.root(), "title").empty());
  expect_date(only(feed.root(), "updated"));
  std::set<std::string> ids{only(feed.root(), "id")};
  for (xmlNode* entry : XmlDocument::children(feed.root(), "entry")) {
    const std::string id = only(entry, "id");
    EXPECT_EQ(id.substr(0, 9), "urn:uuid:");
    EXPECT_TRUE(ids.insert(id).second) << "twice: " << id;
    EXPECT_FALSE(only(entry, "title").empty());
    expect_date(only(entry, "updated"));
    for (xmlNode* published : XmlDocument::children(entry, "published"))
      expect_date(XmlDocument::text(published));
    const std::vector<xmlNode*> authors = XmlDocument::children(entry, "author");
    EXPECT_FALSE(authors.empty());
    for (xmlNode* author : authors) EXPECT_FALSE(only(author, "name").empty());
    const std::vector<xmlNode*> content = XmlDocument::children(entry, "content");
    ASSERT_EQ(content.size(), 1U);
    EXPECT_EQ(XmlDocument::attribute(content[0], "type"), "html");
    EXPECT_EQ(xmlFirstElementChild(content[0]), nullptr) << "escaped, so it is text";
    const std::vector<xmlNode*> links = XmlDocument::children(entry, "link");
    EXPECT_LE(links.size(), 1U);
    for (xmlNode* link : links) EXPECT_EQ(XmlDocument::attribute(link, "rel"), "alternate");
    for (xmlNode* topic : XmlDocument::children(entry, "category")) {
      EXPECT_FALSE(XmlDocument::attribute(topic, "term").empty());
    }
  }
}

TEST(AtomFeed, AnEntryHasWhatTheArticleHas) {
  const XmlDocument feed(exported("atom", {stored(complete_extraction().articles.at(0))}));
  expect_valid(feed);
  xmlNode* entry = feed.all("entry").at(0);
  EXPECT_EQ(XmlDocument::attribute(entry, "lang"), "en");
  EXPECT_EQ(only(entry, "title"), "Ships wait");
  EXPECT_EQ(only(entry, "published"), "2025-08-01T00:00:00Z");
  EXPECT_EQ(only(entry, "updated"), "2025-08-02T00:00:00Z");
  EXPECT_EQ(only(entry, "summary"), "Why ships wait.");
  EXPECT_EQ(only(entry, "rights"), "https://creativecommons.org/licenses/by/4.0/");
  EXPECT_EQ(XmlDocument::attribute(feed.all("link").at(0), "href"), "https://a.example/ships");
  const std::vector<xmlNode*> authors = XmlDocument::children(entry, "author");
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(only(authors[1], "name"), "Bo Chan");
  std::vector<std::string> topics;
  for (xmlNode* topic : XmlDocument::children(entry, "category")) {
    topics.push_back(XmlDocument::attribute(topic, "term"));
  }
  EXPECT_EQ(topics, (std::vector<std::string>{"Trade", "Shipping", "Ports"}));
  EXPECT_EQ(only(entry, "content").substr(0, 18), "<p>Ships wait <a h");
}

TEST(AtomFeed, WhatIsNeededIsThereOfAnArticleOfNothing) {
  StoredArticle article;
  article.article.json = "{}";
  const XmlDocument feed(exported("atom", {article}));
  expect_valid(feed);
  xmlNode* entry = feed.all("entry").at(0);
  EXPECT_EQ(only(entry, "title"), "Untitled");
  EXPECT_EQ(only(entry, "updated"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(only(XmlDocument::children(entry, "author").at(0), "name"), "Unknown");
  EXPECT_TRUE(feed.all("link").empty());
}

TEST(AtomFeed, NoArticlesAreAFeedAsWell) {
  const XmlDocument feed(exported("atom", {}));
  expect_valid(feed);
  EXPECT_EQ(only(feed.root(), "updated"), "1970-01-01T00:00:00Z");
}

TEST(AtomFeed, TheSiteIsTheAuthorOfWhatNobodySigned) {
  Article article = titled("One");
  StoredArticle of_host = stored(article, "https://a.example/1");
  article.site_name = "Harbour News";
  const XmlDocument feed(exported("atom", {of_host, stored(article, "https://a.example/2")}));
  EXPECT_EQ(only(feed.all("author").at(0), "name"), "a.example");
  EXPECT_EQ(only(feed.all("author").at(1), "name"), "Harbour News");
}

TEST(AtomFeed, TheLastUpdatedComesFirstAndIsTheFeedsOwn) {
  Article old = titled("Old");
  old.published = day(2024, 1, 1);
  Article changed = titled("Changed");
  changed.published = day(2023, 1, 1);
  changed.modified = day(2025, 9, 1);
  const Article fetched = titled("Fetched");
  const XmlDocument feed(
      exported("atom", {stored(old, "https://a.example/1"), stored(fetched, "https://a.example/2"),
                        stored(changed, "https://a.example/3")}));
  std::vector<std::string> titles;
  for (xmlNode* entry : feed.all("entry")) titles.push_back(only(entry, "title"));
  EXPECT_EQ(titles, (std::vector<std::string>{"Changed", "Fetched", "Old"}));
  EXPECT_EQ(only(feed.all("entry").at(1), "updated"), "2025-08-05T06:07:08Z") << "when it was fetched";
  EXPECT_EQ(only(feed.root(), "updated"), "2025-09-01T00:00:00Z");
}

TEST(AtomFeed, SaysWhatItIsCalledAndWhereItIs) {
  ExportOptions options;
  options.title = "Ships & \"ports\"";
  options.feed_url = "https://me.example/feed?a=1&b=2";
  const std::string text = exported("atom", {}, options);
  const XmlDocument feed(text);
  EXPECT_EQ(only(feed.root(), "title"), options.title);
  xmlNode* self = XmlDocument::children(feed.root(), "link").at(0);
  EXPECT_EQ(XmlDocument::attribute(self, "rel"), "self");
  EXPECT_EQ(XmlDocument::attribute(self, "href"), options.feed_url);
  options.title = "Other";
  EXPECT_EQ(only(XmlDocument(exported("atom", {}, options)).root(), "id"), only(feed.root(), "id"))
      << "a feed is known by where it is";
}

TEST(AtomFeed, WithoutAUrlItIsKnownByWhereItsArticlesAreFromAndItsTitle) {
  const auto id_of = [](const std::string& origin, const std::string& title) {
    ExportOptions options;
    options.origin = origin;
    options.title = title;
    return only(XmlDocument(exported("atom", {}, options)).root(), "id");
  };
  EXPECT_EQ(id_of("one", "Articles"), id_of("one", "Articles"));
  EXPECT_NE(id_of("one", "Articles"), id_of("two", "Articles"));
  EXPECT_NE(id_of("one", "Articles"), id_of("one", "Ships"));
}

TEST(AtomFeed, OnlySafeAddressesAreLinksAndIris) {
  Article script = titled("One");
  script.url = "javascript:alert(1)";
  Article braces = titled("Two");
  braces.url = "https://a.example/{a|b}\\^?q=\u8239 \"";
  const XmlDocument feed(exported("atom", {stored(script), stored(braces)}));
  const std::vector<xmlNode*> links = feed.all("link");
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(XmlDocument::attribute(links[0], "href"), "https://a.example/%7Ba%7Cb%7D%5C%5E?q=\u8239%20%22");
}

TEST(AtomFeed, WhatIsWrittenFromTheRightSaysSo) {
  Article article = titled("\u05D0\u05D5\u05E0\u05D9\u05D5\u05EA", "\u05D0\u05E8\u05D1\u05E2\u05D9\u05DD");
  article.language = "he";
  const XmlDocument feed(exported("atom", {stored(article)}));
  EXPECT_EQ(only(feed.all("entry").at(0), "content"),
            "<div lang=\"he\" dir=\"rtl\">\n<p>\u05D0\u05E8\u05D1\u05E2\u05D9\u05DD</p>\n</div>\n");
}

// RFC 4287 is XML 1.0: control characters cannot even be escaped there.
TEST(AtomFeed, NoTextBreaksTheFeed) {
  std::vector<StoredArticle> articles;
  for (const std::string& title : hostile_titles()) {
    Article article = titled(title, title);
    article.authors = {title};
    article.topics = {title};
    article.summary = title;
    article.licence = title;
    article.language = title;
    article.url = "https://a.example/" + title;
    articles.push_back(stored(article, title));
  }
  const XmlDocument feed(exported("atom", articles));
  expect_valid(feed);
  EXPECT_EQ(feed.all("entry").size(), articles.size());
  EXPECT_TRUE(feed.all("script").empty());
}

TEST(AtomFeed, OfTheFixturesIsValidAndAlwaysTheSame) {
  const std::string text = exported("atom", fixture_articles());
  const XmlDocument feed(text);
  expect_valid(feed);
  EXPECT_EQ(feed.all("entry").size(), fixture_articles().size());
  EXPECT_EQ(text, exported("atom", fixture_articles()));
}

}  // namespace
}  // namespace pith
