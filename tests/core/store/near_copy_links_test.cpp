#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/fingerprint/text_fingerprint.hpp"
#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/test_store.hpp"

namespace pith {
namespace {

using Links = std::map<std::string, std::string>;

/// Words from `first` to before `end`, each of them different.
std::string words(int first, int end) {
  std::string text;
  for (int i = first; i < end; ++i) text += "word" + std::to_string(i) + ' ';
  return text;
}

PageOutcome article_with(const std::string& url, const std::string& text, const std::string& published) {
  PageOutcome outcome = local_page(url, "Story");
  ArticleRecord& article = outcome.result->articles.at(0);
  article.published = published;
  article.fingerprint = text_fingerprint(text);
  return outcome;
}

/// Which article is a copy of which.
Links links_of(Store& store) {
  Links links;
  store.for_each_article({}, [&](const StoredArticle& stored) {
    if (stored.original != 0) links[stored.article.url] = stored.original_url;
    return true;
  });
  return links;
}

class NearCopyLinks : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::string why_not;
    place_ = make_test_store(GetParam(), why_not);
    if (place_ == nullptr) GTEST_SKIP() << "NOT TESTED: " << why_not;
    store_ = place_->open();
  }
  Store& store() { return *store_; }
  PageId page_of(const std::string& key) {
    PageId id = 0;
    store().for_each_page({}, [&](const StoredPage& page) {
      if (page.key == key) id = page.id;
    });
    return id;
  }

  std::unique_ptr<TestStore> place_;
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Kinds, NearCopyLinks, testing::Values("sqlite", "postgres"),
                         [](const auto& kind) { return kind.param; });

TEST_P(NearCopyLinks, ACopyIsLinkedToItsOriginalAndTellsWhereItIsFrom) {
  PageOutcome original = article_with("https://paper.example/story", words(0, 500), "2025-08-01T08:00:00Z");
  original.result->articles[0].site_name = "The Paper";
  write_one(store(), article_with("https://portal.example/1", words(50, 520), "2025-08-01T09:00:00Z"));
  write_one(store(), original);
  write_one(store(), article_with("https://other.example/1", words(1000, 1500), "2025-08-01T09:00:00Z"));
  EXPECT_EQ(store().link_near_copies({}), 1U);
  EXPECT_EQ(links_of(store()), (Links{{"https://portal.example/1", "https://paper.example/story"}}));
  EXPECT_EQ(store().counts().near_copies, 1U);
  EXPECT_EQ(store().counts().articles, 3U);
  std::map<std::string, std::string> sources;
  store().for_each_article({}, [&](const StoredArticle& stored) {
    sources[stored.host] = stored.article.syndicated_from;
    return true;
  });
  EXPECT_EQ(sources["portal.example"], "The Paper");
  EXPECT_EQ(sources["paper.example"], "");
  ArticleFilter originals;
  originals.originals_only = true;
  EXPECT_EQ(titles_of(store(), originals).size(), 2U);
  EXPECT_EQ(store().link_near_copies({}), 0U);
}

TEST_P(NearCopyLinks, ACanonicalLinkToAnotherHostNamesTheOriginal) {
  PageOutcome copy = article_with("https://aggregator.example/x", words(0, 500), "");
  copy.result->articles[0].canonical_url = "https://paper.example/harbour";
  copy.result->articles[0].site_name = "Agg";
  write_one(store(), copy);
  write_one(store(), article_with("https://paper.example/harbour", words(0, 500), ""));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), (Links{{"https://aggregator.example/x", "https://paper.example/harbour"}}));
  store().for_each_article({}, [&](const StoredArticle& stored) {
    EXPECT_EQ(stored.article.syndicated_from, stored.original != 0 ? "paper.example" : "") << stored.host;
    return true;
  });
}

TEST_P(NearCopyLinks, AnOriginalWithoutAUrlIsNamedByItsFile) {
  PageOutcome original = article_with("", words(0, 500), "2025-08-01T08:00:00Z");
  original.page.key = "folder:saved/story.html";
  original.page.place = "saved/story.html";
  write_one(store(), original);
  write_one(store(), article_with("https://portal.example/1", words(0, 520), "2025-08-01T09:00:00Z"));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), (Links{{"https://portal.example/1", "saved/story.html"}}));
}

TEST_P(NearCopyLinks, WhatThePageSaysItselfStays) {
  PageOutcome copy = article_with("https://portal.example/1", words(0, 500), "2025-08-02");
  copy.result->articles[0].syndicated_from = "Reuters";
  write_one(store(), copy);
  write_one(store(), article_with("https://paper.example/story", words(0, 500), "2025-08-01"));
  store().link_near_copies({});
  store().for_each_article({}, [&](const StoredArticle& stored) {
    if (stored.original != 0) {
      EXPECT_EQ(stored.article.syndicated_from, "Reuters");
    }
    return true;
  });
  EXPECT_EQ(store().counts().near_copies, 1U);
}

/// A date without a time may be any moment of that day.
TEST_P(NearCopyLinks, ADateAloneIsNotTheDaysFirstMoment) {
  write_one(store(), article_with("https://a.example/copy", words(0, 500), "2025-08-01"));
  write_one(store(), article_with("https://b.example/original", words(0, 500), "2025-08-01T08:00:00Z"));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), (Links{{"https://a.example/copy", "https://b.example/original"}}));
}

/// Same articles, same links, in whatever order and portions.
TEST_P(NearCopyLinks, OrderAndPortionsDoNotMatter) {
  // A chain: each like the next, the ends not like each other; two more of one text; two apart.
  std::vector<PageOutcome> outcomes = {
      article_with("https://a.example/1", words(0, 400), "2025-08-03"),
      article_with("https://b.example/1", words(80, 480), "2025-08-02"),
      article_with("https://c.example/1", words(160, 560), "2025-08-01"),
      article_with("https://d.example/1", words(240, 640), "2025-08-05"),
      article_with("https://e.example/1", words(2000, 2300), ""),
      article_with("https://f.example/1", words(2000, 2300), ""),
      article_with("https://f.example/2", words(2000, 2300), ""),
      article_with("https://g.example/1", words(5000, 5300), ""),
  };
  const Links expected = {
      {"https://a.example/1", "https://c.example/1"}, {"https://b.example/1", "https://c.example/1"},
      {"https://d.example/1", "https://c.example/1"}, {"https://f.example/1", "https://e.example/1"},
      {"https://f.example/2", "https://e.example/1"},
  };
  for (int round = 0; round < 6; ++round) {
    std::string why_not;
    const auto place = make_test_store(GetParam(), why_not);
    const auto another = place->open();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      write_one(*another, outcomes[i]);
      if (round > 0 && i % static_cast<std::size_t>(round) == 0) another->link_near_copies({});
    }
    another->link_near_copies({});
    EXPECT_EQ(links_of(*another), expected) << "round " << round;
    std::rotate(outcomes.begin(), outcomes.begin() + 3, outcomes.end());
    if (round == 2) std::reverse(outcomes.begin(), outcomes.end());
  }
}

TEST_P(NearCopyLinks, ArticlesOfOneSiteThatShareATemplateAreNotCopies) {
  const std::string shared = words(0, 300);
  write_one(store(), article_with("https://a.example/1", shared + words(1000, 1100), ""));
  write_one(store(), article_with("https://a.example/2", shared + words(2000, 2100), ""));
  EXPECT_EQ(store().link_near_copies({}), 0U);
}

TEST_P(NearCopyLinks, WithoutTheOneBetweenThemTheEndsAreNotAlike) {
  write_one(store(), article_with("https://a.example/1", words(0, 400), ""));
  write_one(store(), article_with("https://b.example/1", words(90, 490), ""));
  write_one(store(), article_with("https://c.example/1", words(180, 580), ""));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()).size(), 2U);
  store().replace_result(page_of("https://b.example/1"), result_of({}));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), Links{});
  EXPECT_EQ(store().counts().near_copies, 0U);
}

/// What is set aside as the same article (store.hpp, "Once in effect") is nobody's original.
TEST_P(NearCopyLinks, OnlyShownArticlesAreLinked) {
  write_one(store(), article_with("https://a.example/amp/x", words(0, 400), "2025-08-01"));
  write_one(store(), article_with("https://z.example/copy", words(0, 400), "2025-08-02"));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), (Links{{"https://z.example/copy", "https://a.example/amp/x"}}));
  // The page that was shown turns out to be another form of this one.
  PageOutcome amp = article_with("https://a.example/amp/x", words(0, 400), "2025-08-01");
  amp.order = "2";
  amp.result->articles[0].canonical_url = "https://a.example/x";
  write_one(store(), amp);
  write_one(store(), article_with("https://a.example/x", words(0, 400), "2025-08-01"));
  store().link_near_copies({});
  EXPECT_EQ(links_of(store()), (Links{{"https://z.example/copy", "https://a.example/x"}}));
  EXPECT_EQ(store().counts().articles, 2U);
}

/// Too short to have a sketch: such texts are like none, also when they come forward again.
TEST_P(NearCopyLinks, ArticlesWithoutASketchAreNoCopies) {
  for (const char* name : {"1", "2"}) {
    const std::string url = "https://a.example/" + std::string(name);
    write_one(store(), local_page(url, "Story"));
    PageOutcome amp = local_page(url + "/amp", "Story");
    amp.result->articles[0].canonical_url = url;
    write_one(store(), amp);
    store().replace_result(page_of(url), result_of({}));
  }
  EXPECT_EQ(store().counts().articles, 2U);
  EXPECT_EQ(store().link_near_copies({}), 0U);
}

/// A portion is a transaction: what was stopped before one is found by the next call.
TEST_P(NearCopyLinks, StoppedItGoesOnWithTheNextCall) {
  StoreBatch batch;
  for (int i = 0; i < 1'200; ++i) {
    batch.outcomes.push_back(article_with("https://a.example/" + std::to_string(1000 + i), words(0, 60), ""));
  }
  store().write(batch);
  EXPECT_EQ(store().link_near_copies([] { return true; }), 0U);
  int asked = 0;
  EXPECT_EQ(store().link_near_copies([&asked] { return ++asked > 1; }), 999U);
  EXPECT_EQ(store().link_near_copies({}), 200U);
  EXPECT_EQ(store().counts().near_copies, 1'199U);
}

TEST_P(NearCopyLinks, OneTextOnAThousandPagesOfASiteIsOneCluster) {
  StoreBatch batch;
  for (int i = 0; i < 1'000; ++i) {
    batch.outcomes.push_back(article_with("https://a.example/" + std::to_string(1000 + i), words(0, 60), ""));
  }
  store().write(batch);
  EXPECT_EQ(store().link_near_copies({}), 999U);
  EXPECT_EQ(store().counts().near_copies, 999U);
  EXPECT_EQ(links_of(store()).at("https://a.example/1999"), "https://a.example/1000");
}

}  // namespace
}  // namespace pith
