#include "core/export/reading_page.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/core/export/xml_document.hpp"

namespace pith {
namespace {

using namespace test;
using Texts = std::vector<std::string>;

Texts texts_of(const std::vector<xmlNode*>& nodes) {
  Texts texts;
  for (xmlNode* node : nodes) texts.push_back(XmlDocument::text(node));
  return texts;
}

/// Nothing runs, nothing leads anywhere but to the web, and every line of the contents leads to an article.
void expect_inert(const XmlDocument& page) {
  static const std::set<std::string> forbidden{"script", "iframe", "object", "embed", "form",
                                               "input",  "link",   "base",   "svg",   "math"};
  std::set<std::string> ids;
  std::set<std::string> fragments;
  for (xmlNode* node : page.all("*")) {
    EXPECT_EQ(forbidden.count(XmlDocument::name(node)), 0U) << XmlDocument::name(node);
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      const std::string name = reinterpret_cast<const char*>(attribute->name);
      EXPECT_NE(name.substr(0, 2), "on");
      EXPECT_NE(name, "style");
    }
    const std::string id = XmlDocument::attribute(node, "id");
    EXPECT_TRUE(id.empty() || ids.insert(id).second) << "twice: " << id;
    const std::string href = XmlDocument::attribute(node, "href");
    if (href.substr(0, 1) == "#") {
      fragments.insert(href.substr(1));
    } else if (!href.empty()) {
      EXPECT_TRUE(href.substr(0, 4) == "http" || href.substr(0, 7) == "mailto:") << href;
    }
    const std::string source = XmlDocument::attribute(node, "src");
    EXPECT_TRUE(source.empty() || source.substr(0, 4) == "http") << source;
  }
  for (const std::string& fragment : fragments) EXPECT_EQ(ids.count(fragment), 1U) << fragment;
}

Article dated(const std::string& title, int year, int month, int day) {
  Article article = titled(title);
  article.published = test::day(year, month, day);
  return article;
}

TEST(ReadingPage, ArticlesAreListedByMonthTheNewestFirst) {
  const XmlDocument page(exported("html", {stored(dated("Old", 2024, 12, 31), "https://a.example/1"),
                                           stored(titled("Undated"), "https://a.example/2"),
                                           stored(dated("New", 2025, 8, 2), "https://a.example/3"),
                                           stored(dated("Newer", 2025, 8, 3), "https://a.example/4")}));
  expect_inert(page);
  EXPECT_EQ(texts_of(page.all("h3")), (Texts{"August 2025", "December 2024", "Without a date"}));
  EXPECT_EQ(texts_of(page.all("li")), (Texts{"Newer a.example, 2025-08-03", "New a.example, 2025-08-02",
                                             "Old a.example, 2024-12-31", "Undated a.example"}));
  EXPECT_EQ(texts_of(page.all("h1")), (Texts{"Articles", "Newer", "New", "Old", "Undated"}));
  EXPECT_EQ(texts_of(page.all("p")).at(0), "4 articles, the newest first");
}

// Ten at night on 31 July in UTC.
TEST(ReadingPage, AMonthIsThatOfTheDateAsItIsShown) {
  Article early = dated("Early in August", 2025, 8, 1);
  early.published->has_time = true;
  early.published->hour = 6;
  early.published->offset_minutes = 8 * 60;
  const XmlDocument page(exported("html", {stored(early, "https://a.example/1"),
                                           stored(dated("July", 2025, 7, 31), "https://a.example/2")}));
  EXPECT_EQ(texts_of(page.all("h3")), (Texts{"August 2025", "July 2025"}));
}

TEST(ReadingPage, NoArticlesAreAPageAsWell) {
  const XmlDocument page(exported("html", {}));
  expect_inert(page);
  EXPECT_EQ(texts_of(page.all("p")), Texts{"No articles"});
  EXPECT_TRUE(page.all("ul").empty());
}

// Content Security Policy Level 3: what is not allowed by name falls back to default-src.
TEST(ReadingPage, APolicyForbidsScriptsBeforeAnythingElse) {
  const XmlDocument page(exported("html", {stored(titled("One"))}));
  xmlNode* policy = page.all("meta").at(1);
  EXPECT_EQ(XmlDocument::attribute(policy, "http-equiv"), "Content-Security-Policy");
  const std::string rules = XmlDocument::attribute(policy, "content");
  EXPECT_EQ(rules.substr(0, 18), "default-src 'none'");
  EXPECT_EQ(rules.find("script"), std::string::npos);
}

TEST(ReadingPage, IsOfOnePieceAndFollowsTheReadersColours) {
  const std::string page = exported("html", {stored(titled("One"))});
  EXPECT_NE(page.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_EQ(page.find("@import"), std::string::npos);
  EXPECT_EQ(page.find("url("), std::string::npos);
}

TEST(ReadingPage, PicturesWaitUntilTheReaderComes) {
  Article article = titled("One");
  article.body = {figure({{"https://a.example/1.jpg", "Ships", 0, 0}}, "", "")};
  const XmlDocument page(exported("html", {stored(article)}));
  EXPECT_EQ(XmlDocument::attribute(page.all("img").at(0), "loading"), "lazy");
}

TEST(ReadingPage, SaysWhereAnArticleIsFrom) {
  Article article = titled("One");
  article.url = "https://a.example/ships";
  article.site_name = "Harbour News";
  article.syndicated_from = "Coast Wire";
  StoredArticle copy = stored(article);
  copy.original_url = "https://b.example/first";
  const XmlDocument page(exported("html", {copy}));
  EXPECT_EQ(texts_of(page.all("footer")),
            Texts{"From Harbour News. First published by Coast Wire. A near-copy of https://b.example/first. "
                  "Contents"});
  StoredArticle local = stored(titled("One"), "");
  local.original_url = "pages/first.html";
  EXPECT_EQ(texts_of(XmlDocument(exported("html", {local})).all("footer")),
            Texts{"A near-copy of pages/first.html. Contents"});
}

TEST(ReadingPage, WhatIsWrittenFromTheRightSaysSo) {
  Article hebrew = titled("\u05D0\u05D5\u05E0\u05D9\u05D5\u05EA");
  hebrew.language = "he";
  Article english = titled("Ships");
  english.language = "en";
  const XmlDocument page(
      exported("html", {stored(hebrew, "https://a.example/1"), stored(english, "https://a.example/2"),
                        stored(titled("Not known"), "https://a.example/3")}));
  Texts directions;
  for (xmlNode* section : page.all("section")) directions.push_back(XmlDocument::attribute(section, "dir"));
  EXPECT_EQ(directions, (Texts{"rtl", "ltr", "auto"}));
}

TEST(ReadingPage, NoTextBreaksThePage) {
  std::vector<StoredArticle> articles;
  for (const std::string& title : hostile_titles()) {
    Article article = titled(title, title);
    article.authors = {title};
    article.site_name = title;
    article.language = title;
    article.syndicated_from = title;
    article.url = "javascript:" + title;
    articles.push_back(stored(article, title));
    articles.back().original_url = title;
  }
  ExportOptions options;
  options.title = "</title><script>alert(1)</script>";
  const XmlDocument page(exported("html", articles, options));
  expect_inert(page);
  EXPECT_EQ(page.all("section").size(), articles.size());
  EXPECT_EQ(texts_of(page.all("title")), Texts{options.title});
}

TEST(ReadingPage, OfTheFixturesIsInertAndAlwaysTheSame) {
  const std::string text = exported("html", fixture_articles());
  const XmlDocument page(text);
  expect_inert(page);
  EXPECT_EQ(page.all("section").size(), fixture_articles().size());
  EXPECT_EQ(text, exported("html", fixture_articles()));
}

}  // namespace
}  // namespace pith
