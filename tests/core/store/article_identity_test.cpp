#include "core/store/article_identity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/store/outcomes.hpp"

namespace pith {
namespace {

ArticleClaim claim_of(const std::string& key, const std::string& address, const ArticleRecord& article) {
  return claims_of({key, address, PageRole::article}, result_of({article})).at(0);
}

TEST(ArticleIdentity, IsTheCanonicalUrlOfThePageItself) {
  const auto article = article_at("https://www.a.example/story?utm_source=x", "Story");
  EXPECT_EQ(claim_of("https://www.a.example/story", "https://m.a.example/story", article).identity,
            "https://www.a.example/story");
}

TEST(ArticleIdentity, OfAPageWithoutCanonicalUrlIsWhereItLedTo) {
  ArticleRecord article = article_at("", "Story");
  EXPECT_EQ(claim_of("https://t.example/1", "https://a.example/story?fbclid=1", article).identity,
            "https://a.example/story");
  EXPECT_EQ(claim_of("folder:a.html", "", article).identity, "folder:a.html");
}

/// An aggregator that names the original as canonical has an article of its own: a near-copy.
TEST(ArticleIdentity, ASiteDoesNotSpeakForAnother) {
  const auto article = article_at("https://original.example/story", "Story");
  EXPECT_EQ(claim_of("https://news.example/1", "https://news.example/1", article).identity,
            "https://news.example/1");
  EXPECT_EQ(claim_of("k", "https://edition.original.example/1", article).identity,
            "https://original.example/story");
  EXPECT_EQ(claim_of("saved.html", "", article).identity, "https://original.example/story");
}

TEST(ArticleIdentity, ASiteIsMoreThanATopLevelDomain) {
  const auto article = article_at("https://com/story", "Story");
  EXPECT_EQ(claim_of("k", "https://a.com/1", article).identity, "https://a.com/1");
}

TEST(ArticleIdentity, AFeedsItemsAreTheArticlesTheyLinkTo) {
  const auto claims = claims_of(
      {"https://planet.example/feed", "https://planet.example/feed", PageRole::feed},
      result_of({article_at("https://a.example/1", "One"), article_at("https://b.example/2", "Two")}));
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].identity, "https://a.example/1");
  EXPECT_EQ(claims[1].identity, "https://b.example/2");
  EXPECT_FALSE(claims[0].sole);
}

/// A list with one teaser is not the page of what it points to.
TEST(ArticleIdentity, AListOfOneIsAList) {
  PageResult list = result_of({article_at("https://a.example/x", "Teaser", "excerpt")});
  list.kind = "index";
  EXPECT_FALSE(claims_of({"https://a.example/", "https://a.example/", PageRole::article}, list).at(0).sole);
  list.kind = "article";
  EXPECT_TRUE(claims_of({"https://a.example/", "https://a.example/", PageRole::article}, list).at(0).sole);
}

TEST(ArticleIdentity, TwoWholeArticlesOfOneUrlAreTwoIfTheirTitlesDiffer) {
  const auto claims = claims_of({"k", "https://a.example/live", PageRole::article},
                                result_of({article_at("https://a.example/live", "Entry 1"),
                                           article_at("https://a.example/live", "Entry 2"),
                                           article_at("https://a.example/live", "Entry 2")}));
  EXPECT_EQ(shown_of(claims), (std::vector<bool>{true, true, true}));
}

struct ShownCase {
  std::string name;
  std::vector<ArticleClaim> claims;  // the one to be shown first
};

ArticleClaim claim(const std::string& key, std::int64_t variant, bool sole, bool excerpt,
                   std::uint32_t ordinal) {
  return {"https://a.example/x", variant, sole, excerpt, key, ordinal};
}

/// Of every case only the first is shown, in whatever order they come.
TEST(ArticleIdentity, OneIsShownAndTheOrderDoesNotMatter) {
  const std::vector<ShownCase> cases = {
      {"the page with the article's own URL",
       {claim("https://a.example/x", 7, true, false, 0), claim("https://a.example/amp/x", 7, true, false, 0),
        claim("https://a.example/x?ref=1", 7, true, false, 0)}},
      {"the smallest key where none has it",
       {claim("https://a.example/1", 7, true, false, 0), claim("https://a.example/2", 7, true, false, 0)}},
      {"a page about it before a feed that has it whole",
       {claim("https://a.example/page", 7, true, false, 0),
        claim("https://a.example/feed", 7, false, false, 3)}},
      {"what is whole before the article's own page with an excerpt, and before a title",
       {claim("https://z.example/feed", 7, false, false, 3), claim("https://a.example/x", 0, true, true, 0),
        claim("https://a.example/index", 0, false, false, 1)}},
      {"an excerpt before a title",
       {claim("https://b.example/", 0, false, true, 9), claim("https://a.example/", 0, false, false, 0)}},
      {"the first of a page",
       {claim("https://a.example/", 0, false, true, 1), claim("https://a.example/", 0, false, true, 2)}},
  };
  for (const ShownCase& known : cases) {
    std::vector<std::size_t> order(known.claims.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    do {
      std::vector<ArticleClaim> claims;
      for (const std::size_t i : order) claims.push_back(known.claims[i]);
      const auto shown = shown_of(claims);
      for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(shown[i], order[i] == 0) << known.name;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

}  // namespace
}  // namespace pith
