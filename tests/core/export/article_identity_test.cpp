#include "core/export/article_identity.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"

namespace pith {
namespace {

using namespace test;

Article at(const std::string& url) {
  Article article = titled("Ships wait");
  article.url = url;
  return article;
}

std::string alone(const StoredArticle& article) {
  return ArticleIdentities().of(article).urn();
}

// RFC 4122, section 4.3. Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://a.example/")
TEST(ArticleIdentity, IsAUuidOfVersionFive) {
  EXPECT_EQ(identity_of_name("https://a.example/").urn(), "urn:uuid:44cc82eb-7cb9-5fdc-b087-010025d94c3f");
}

TEST(ArticleIdentity, TheShortNameIsTwelveLettersAndDigits) {
  const std::string name = identity_of_name("https://a.example/").short_name();
  EXPECT_EQ(name.size(), 12U);
  EXPECT_EQ(name.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos) << name;
  EXPECT_NE(name, identity_of_name("https://a.example/2").short_name());
}

TEST(ArticleIdentity, IsOfPageAndUrlAndOfNothingElse) {
  StoredArticle article = stored(at("https://a.example/ships"));
  const std::string identity = alone(article);
  article.id = 77;
  article.page = 5;
  article.ordinal = 3;
  article.fetched_at = "2026-01-01T00:00:00Z";
  article.plugin = "other";
  article.article.json = "{}";
  article.article.canonical_url = "https://a.example/other";
  EXPECT_EQ(alone(article), identity);
  article.page_key = "https://a.example/index";
  EXPECT_NE(alone(article), identity) << "a teaser on another page";
  article = stored(at("https://a.example/other"));
  EXPECT_NE(alone(article), identity);
}

TEST(ArticleIdentity, ANewEntryOnTopOfAPageChangesNoOther) {
  const StoredArticle first = stored(at("https://a.example/1"), "https://a.example/");
  const StoredArticle second = stored(at("https://a.example/2"), "https://a.example/");
  ArticleIdentities one;
  const std::string identity = one.of(first).urn();
  ArticleIdentities other;
  other.of(second);
  EXPECT_EQ(other.of(first).urn(), identity);
}

TEST(ArticleIdentity, ArticlesOfOneUrlOnOnePageAreToldApart) {
  const StoredArticle article = stored(at("https://a.example/1"), "https://a.example/");
  ArticleIdentities identities;
  const std::set<std::string> three{identities.of(article).urn(), identities.of(article).urn(),
                                    identities.of(article).urn()};
  EXPECT_EQ(three.size(), 3U);
  EXPECT_EQ(three.count(alone(article)), 1U) << "the first is as if it were alone";
  identities.of(stored(at("https://a.example/3"), "https://a.example/3"));
  EXPECT_EQ(three.count(identities.of(article).urn()), 1U) << "another page begins anew";
}

TEST(ArticleIdentity, APageKnownByNothingIsKnownByItsArticle) {
  EXPECT_EQ(alone(stored(titled("One"), "")), alone(stored(titled("One"), "")));
  EXPECT_NE(alone(stored(titled("One"), "")), alone(stored(titled("Two"), "")));
}

TEST(ArticleIdentity, NoTwoArticlesOfTheFixturesShareOne) {
  ArticleIdentities identities;
  std::set<std::string> names;
  for (const StoredArticle& article : fixture_articles()) names.insert(identities.of(article).short_name());
  EXPECT_EQ(names.size(), fixture_articles().size());
}

}  // namespace
}  // namespace pith
