#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"
#include "tests/core/store/test_store.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

/// What store.hpp promises, of every kind of store.
class StoreContract : public StoreFixture {};
INSTANTIATE_TEST_SUITE_P(Kinds, StoreContract, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(StoreContract, ASourceIsMadeOnce) {
  const SourceRow made = store().source("feed", "https://a.example/feed");
  EXPECT_GT(made.id, 0);
  EXPECT_FALSE(made.finished);
  StoreBatch batch;
  batch.progress.push_back({made.id, "entry 3", true, "ends in the middle: 1 lost", 1});
  store().write(batch);
  open_again();
  const SourceRow again = store().source("feed", "https://a.example/feed");
  EXPECT_EQ(again.id, made.id);
  EXPECT_EQ(again.cursor, "entry 3");
  EXPECT_TRUE(again.finished);
  EXPECT_EQ(again.problem, "ends in the middle: 1 lost");
  EXPECT_EQ(again.lost, 1U);
  EXPECT_NE(store().source("urls", "https://a.example/feed").id, made.id);
  EXPECT_EQ(store().sources().size(), 2U);
}

TEST_P(StoreContract, AFoundPageWaitsOnce) {
  StoreBatch batch;
  batch.found = {page_at("https://a.example/1"), page_at("https://a.example/2"),
                 page_at("https://a.example/1")};
  const BatchCounts counts = store().write(batch);
  EXPECT_EQ(counts.new_pages, 2U);
  EXPECT_EQ(counts.known_pages, 0U) << "it is new in this run";
  EXPECT_EQ(states_of(store()), (Lines{"https://a.example/1: waiting", "https://a.example/2: waiting"}));
}

TEST_P(StoreContract, WhatIsTakenIsNotGivenOutAgain) {
  const auto pages = taken_pages(store(), {"https://a.example/1", "https://a.example/2"});
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].url, "https://a.example/1");
  EXPECT_EQ(pages[0].host, "a.example");
  EXPECT_TRUE(store().take(10, 10, {}, 2).empty());
  store().give_back();
  EXPECT_EQ(store().take(10, 10, {}, 2).size(), 2U);
}

TEST_P(StoreContract, NoHostIsLeftBehind) {
  StoreBatch batch;
  for (int i = 0; i < 50; ++i) batch.found.push_back(page_at("https://big.example/" + std::to_string(i)));
  batch.found.push_back(page_at("https://small.example/1"));
  batch.found.push_back(page_at("https://busy.example/1"));
  store().write(batch);
  std::map<std::string, int> hosts;
  for (const auto& page : store().take(6, 3, {"busy.example"}, 1)) ++hosts[page.host];
  EXPECT_EQ(hosts, (std::map<std::string, int>{{"big.example", 3}, {"small.example", 1}}));
  hosts.clear();
  for (const auto& page : store().take(6, 3, {}, 1)) ++hosts[page.host];
  EXPECT_EQ(hosts, (std::map<std::string, int>{{"big.example", 3}, {"busy.example", 1}}));
}

TEST_P(StoreContract, EveryCallGoesOnWithTheNextHost) {
  StoreBatch batch;
  for (const char* host : {"a", "b", "c"}) {
    for (int i = 0; i < 4; ++i) {
      batch.found.push_back(page_at("https://" + std::string(host) + ".example/" + std::to_string(i)));
    }
  }
  store().write(batch);
  Lines hosts;
  for (int i = 0; i < 5; ++i) {
    for (const auto& page : store().take(1, 1, {}, 1)) hosts.push_back(page.host);
  }
  EXPECT_EQ(hosts, (Lines{"a.example", "b.example", "c.example", "a.example", "b.example"}));
}

TEST_P(StoreContract, AllAreTakenInTheEndAndEachOnce) {
  StoreBatch batch;
  for (int i = 0; i < 100; ++i) {
    batch.found.push_back(page_at("https://h" + std::to_string(i % 7) + ".example/" + std::to_string(i)));
  }
  store().write(batch);
  std::map<PageId, int> taken;
  for (;;) {
    const auto pages = store().take(8, 2, {}, 1);
    if (pages.empty()) break;
    EXPECT_LE(pages.size(), 8U);
    for (const auto& page : pages) ++taken[page.id];
  }
  EXPECT_EQ(taken.size(), 100U);
  EXPECT_TRUE(std::all_of(taken.begin(), taken.end(), [](const auto& page) { return page.second == 1; }));
}

TEST_P(StoreContract, APostponedPageIsNotDueBefore) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome outcome;
  outcome.id = pages.at(0).id;
  outcome.state = PageState::waiting;
  outcome.reason = "the server asks to wait";
  outcome.not_before = 5000;
  outcome.attempts = {{1000, 3, 429, 0, "status", "429"}};
  write_one(store(), outcome);
  EXPECT_TRUE(store().take(1, 1, {}, 4999).empty());
  EXPECT_EQ(store().counts().earliest_not_before, 5000);
  const auto due = store().take(1, 1, {}, 5000);
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].attempts, 1U);
}

TEST_P(StoreContract, AFetchedPageIsKeptWithAllThatCameOfIt) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome outcome = fetched_page(pages.at(0), {});
  PageResult result = result_of({article_at("https://a.example/1", "Füße")});
  result.status = Status::partial;
  result.reason = "cut at a limit";
  result.recipe = "2023 layout";
  result.confidence = 0.75;
  ArticleRecord& article = result.articles[0];
  article.authors = {"Ann \"A\" Lee", "陳大文"};
  article.published = "2025-08-01T10:00:00+08:00";
  article.modified = "2025-08-02";
  article.language = "de";
  article.site_name = "A Site";
  article.section = "News";
  article.syndicated_from = "South China Morning Post";
  article.words = 321;
  article.fingerprint = {1, 0xffffffffU, 0x01020304U};
  result.links = {{"https://a.example/2", "https://a.example/2", "Two", "item", ""}};
  result.ledger = {{"advertisement", ".ad", 3, 99}};
  outcome.result = result;
  outcome.found = {page_at("https://a.example/2")};
  const BatchCounts counts = write_one(store(), outcome);
  EXPECT_EQ(counts.new_pages, 1U);
  open_again();

  std::vector<StoredArticle> articles;
  store().for_each_article({}, [&](const StoredArticle& stored) {
    articles.push_back(stored);
    return true;
  });
  ASSERT_EQ(articles.size(), 1U);
  const ArticleRecord& read = articles[0].article;
  EXPECT_EQ(articles[0].page_url, "https://a.example/1");
  EXPECT_EQ(articles[0].host, "a.example");
  EXPECT_EQ(articles[0].fetched_at, "2025-08-01T10:00:00Z");
  EXPECT_EQ(articles[0].plugin, "generic");
  EXPECT_EQ(articles[0].status, Status::partial);
  EXPECT_EQ(articles[0].original, 0);
  EXPECT_EQ(read.title, "Füße");
  EXPECT_EQ(read.authors, article.authors);
  EXPECT_EQ(read.published, article.published);
  EXPECT_EQ(read.modified, article.modified);
  EXPECT_EQ(read.language, "de");
  EXPECT_EQ(read.site_name, "A Site");
  EXPECT_EQ(read.section, "News");
  EXPECT_EQ(read.syndicated_from, "South China Morning Post");
  EXPECT_EQ(read.words, 321U);
  EXPECT_EQ(read.fingerprint, article.fingerprint);
  EXPECT_EQ(read.json, article.json);

  const StoreCounts all = store().counts();
  EXPECT_EQ(all.articles, 1U);
  EXPECT_EQ(all.links, 1U);
  EXPECT_EQ(all.attempts, 1U);
  EXPECT_EQ(all.waiting_hosts, 1U);
  ASSERT_EQ(all.pages.size(), 2U);
  EXPECT_EQ(states_of(store()),
            (Lines{"https://a.example/1: done: cut at a limit", "https://a.example/2: waiting"}));
}

TEST_P(StoreContract, APageIsWrittenByWhoIsFirst) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), fetched_page(pages.at(0), result_of({article_at("https://a.example/1", "First")})));
  write_one(store(), fetched_page(pages.at(0), result_of({article_at("https://a.example/1", "Second")})));
  EXPECT_EQ(titles_of(store()), Lines{"First"});
}

TEST_P(StoreContract, ALocalPageReadAgainChangesNothing) {
  write_one(store(), local_page("https://a.example/1", "Old", "b"));
  EXPECT_EQ(write_one(store(), local_page("https://a.example/1", "Same place", "b")).ends.at(0),
            OutcomeEnd::left);
  EXPECT_EQ(write_one(store(), local_page("https://a.example/1", "Earlier place", "a")).ends.at(0),
            OutcomeEnd::left);
  EXPECT_EQ(titles_of(store()), Lines{"Old"});
  EXPECT_EQ(write_one(store(), local_page("https://a.example/1", "Newer", "c")).ends.at(0),
            OutcomeEnd::written);
  EXPECT_EQ(titles_of(store()), Lines{"Newer"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

/// Where the article of the only page is from.
std::string origin_of(Store& store) {
  std::string origin;
  store.for_each_article({}, [&](const StoredArticle& stored) {
    origin += stored.source_place + " " + stored.record_id;
    return true;
  });
  return origin;
}

TEST_P(StoreContract, ALocalPageKnowsItsPlaceAndTheIdOfItsRecord) {
  PageOutcome outcome = local_page("https://a.example/1", "One", "a");
  outcome.page.place = "pages.jsonl:7";
  outcome.page.record_id = "\"a1\"";
  write_one(store(), outcome);
  EXPECT_EQ(origin_of(store()), "pages.jsonl:7 \"a1\"");
  PageOutcome newer = local_page("https://a.example/1", "One", "b");
  newer.page.place = "saved/one.html";
  write_one(store(), newer);
  EXPECT_EQ(origin_of(store()), "saved/one.html ") << "that of the page whose article it is";
}

TEST_P(StoreContract, ALocalPageIsNotFetched) {
  taken_pages(store(), {"https://a.example/1"});
  store().give_back();
  write_one(store(), local_page("https://a.example/1", "Saved"));
  EXPECT_TRUE(store().take(10, 10, {}, 1).empty());
  EXPECT_EQ(titles_of(store()), Lines{"Saved"});
}

TEST_P(StoreContract, ALocalPageThatIsToBeTriedAgainOpensItsSource) {
  const SourceId source = store().source("folder", "pages").id;
  PageOutcome outcome = local_page("https://a.example/1", "");
  outcome.page.source = source;
  outcome.state = PageState::failed;
  outcome.reason = "the plugin crashed";
  outcome.result.reset();
  StoreBatch batch;
  batch.outcomes.push_back(outcome);
  batch.progress.push_back({source, "end", true, "", 0});
  store().write(batch);
  PageFilter failed;
  failed.state = PageState::failed;
  EXPECT_EQ(store().retry(failed), 1U);
  EXPECT_TRUE(store().take(10, 10, {}, 1).empty());
  EXPECT_FALSE(store().sources().at(0).finished);
  EXPECT_EQ(store().sources().at(0).cursor, "");
  write_one(store(), local_page("https://a.example/1", "Now it works"));
  EXPECT_EQ(titles_of(store()), Lines{"Now it works"});
}

TEST_P(StoreContract, ABatchIsWrittenWholeOrNotAtAll) {
  StoreBatch batch;
  batch.outcomes.push_back(local_page("https://a.example/1", "One"));
  PageOutcome unknown;
  unknown.id = 12345;
  batch.outcomes.push_back(unknown);
  EXPECT_NE(error_of([&] { store().write(batch); }).find("no page 12345"), std::string::npos);
  EXPECT_EQ(states_of(store()), Lines{});
  write_one(store(), local_page("https://a.example/1", "One"));
  EXPECT_EQ(titles_of(store()), Lines{"One"});
}

TEST_P(StoreContract, AReopenedFeedIsFetchedAgainWithItsEtag) {
  const SourceId source = store().source("feed", "https://a.example/feed").id;
  NewPage feed = page_at("https://a.example/feed");
  feed.role = PageRole::feed;
  feed.source = source;
  store().reopen_source(source, feed);
  auto pages = store().take(1, 1, {}, 1);
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].role, PageRole::feed);
  EXPECT_EQ(pages[0].source, source);
  PageOutcome outcome = fetched_page(pages[0], result_of({article_at("https://a.example/1", "One", "excerpt"),
                                                          article_at("https://a.example/2", "Two")}));
  outcome.etag = "\"v1\"";
  outcome.last_modified = "Fri, 01 Aug 2025 10:00:00 GMT";
  write_one(store(), outcome);
  EXPECT_TRUE(store().take(1, 1, {}, 1).empty());

  store().reopen_source(source, feed);
  pages = store().take(1, 1, {}, 1);
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].etag, "\"v1\"");
  EXPECT_EQ(pages[0].last_modified, "Fri, 01 Aug 2025 10:00:00 GMT");
  PageOutcome unchanged;
  unchanged.id = pages[0].id;
  unchanged.http_status = 304;
  unchanged.attempts = {{1, 1, 304, 0, "not_modified", ""}};
  write_one(store(), unchanged);
  EXPECT_EQ(titles_of(store()), (Lines{"One", "Two"}));
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/feed: done"});
  store().reopen_source(source, feed);
  EXPECT_EQ(store().take(1, 1, {}, 1).at(0).etag, "\"v1\"");
}

TEST_P(StoreContract, RetryPutsBackWhatTheFilterWants) {
  const auto pages =
      taken_pages(store(), {"https://a.example/1", "https://b.example/2", "https://b.example/3"});
  for (const auto& page : pages) {
    PageOutcome outcome;
    outcome.id = page.id;
    outcome.state = page.url.ends_with("3") ? PageState::refused : PageState::failed;
    outcome.reason = "no";
    write_one(store(), outcome);
  }
  PageFilter filter;
  filter.state = PageState::failed;
  filter.host = "b.example";
  EXPECT_EQ(store().retry(filter), 1U);
  EXPECT_EQ(states_of(store()), (Lines{"https://a.example/1: failed: no", "https://b.example/2: waiting",
                                       "https://b.example/3: refused: no"}));
  EXPECT_EQ(store().take(5, 5, {}, 1).size(), 1U);
}

TEST_P(StoreContract, AFilteredPageLosesItsArticles) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), fetched_page(pages[0], result_of({article_at("https://a.example/1", "One")})));
  store().retry({});
  PageOutcome outcome;
  outcome.id = store().take(1, 1, {}, 1).at(0).id;
  outcome.state = PageState::filtered;
  outcome.reason = "older than asked for";
  write_one(store(), outcome);
  EXPECT_EQ(titles_of(store()), Lines{});
}

TEST_P(StoreContract, AFailedPageKeepsTheArticlesItHad) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), fetched_page(pages[0], result_of({article_at("https://a.example/1", "One")})));
  store().retry({});
  PageOutcome outcome;
  outcome.id = store().take(1, 1, {}, 1).at(0).id;
  outcome.state = PageState::failed;
  outcome.reason = "gone";
  write_one(store(), outcome);
  EXPECT_EQ(titles_of(store()), Lines{"One"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: failed: gone"});
}

/// Nothing twice: the pages that lead to one article, in every order of arrival.
TEST_P(StoreContract, AnArticleThatSeveralPagesHoldIsThereOnce) {
  PageOutcome own = local_page("https://a.example/x", "Whole");
  PageOutcome amp = local_page("https://a.example/amp/x", "Whole");
  amp.result->articles[0].canonical_url = "https://a.example/x";
  PageOutcome redirected = local_page("https://t.example/1", "Whole");
  redirected.final_url = "https://a.example/x";
  redirected.result->articles[0].canonical_url = "https://a.example/x";
  PageOutcome index;
  index.page = page_at("https://a.example/");
  index.order = "1";
  index.result = result_of({article_at("https://a.example/x", "Teaser", "excerpt"),
                            article_at("https://a.example/y", "Other teaser", "excerpt")});
  std::vector<PageOutcome> outcomes = {own, amp, redirected, index};
  std::vector<int> order = {0, 1, 2, 3};
  int round = 0;
  do {
    std::string why_not;
    const auto place = make_test_store(GetParam(), why_not);
    const auto another = place->open();
    for (const int i : order) write_one(*another, outcomes[static_cast<std::size_t>(i)]);
    EXPECT_EQ(titles_of(*another), (Lines{"Other teaser", "Whole"}));
    const std::string why = ": duplicate: the same article is known from elsewhere: https://a.example/x";
    EXPECT_EQ(states_of(*another), (Lines{"https://a.example/: done", "https://a.example/amp/x" + why,
                                          "https://a.example/x: done", "https://t.example/1" + why}));
    round += 5;
    for (int i = 0; i < 5 && std::next_permutation(order.begin(), order.end()); ++i) {
    }
  } while (round < 24);
}

TEST_P(StoreContract, WhatWasSetAsideComesForwardWhenTheOtherGoes) {
  PageOutcome own = local_page("https://a.example/x", "Whole");
  PageOutcome amp = local_page("https://a.example/amp/x", "Whole");
  amp.result->articles[0].canonical_url = "https://a.example/x";
  write_one(store(), own);
  write_one(store(), amp);
  PageId id = 0;
  store().for_each_page({}, [&](const StoredPage& page) {
    if (page.key == "https://a.example/x") id = page.id;
  });
  PageResult nothing;
  nothing.status = Status::layout_changed;
  nothing.reason = "the plugin does not know it";
  store().replace_result(id, nothing);
  EXPECT_EQ(titles_of(store()), Lines{"Whole"});
  EXPECT_EQ(states_of(store()), (Lines{"https://a.example/amp/x: done",
                                       "https://a.example/x: done: the plugin does not know it"}));
  store().replace_result(id, *own.result);
  EXPECT_EQ(store().counts().articles, 1U);
  EXPECT_EQ(states_of(store()).at(1), "https://a.example/x: done");
}

TEST_P(StoreContract, ArticlesComeInTheOrderOfTheirKeys) {
  for (const char* path : {"b", "a", "ä", "B", "c"}) {
    write_one(store(), local_page("https://a.example/" + std::string(path), path));
  }
  EXPECT_EQ(titles_of(store()), (Lines{"B", "a", "b", "c", "ä"}));
  int seen = 0;
  store().for_each_article({}, [&](const StoredArticle&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

TEST_P(StoreContract, ArticlesAreFiltered) {
  const auto add = [&](const std::string& name, const std::string& published, const std::string& language,
                       const std::string& kind) {
    PageOutcome outcome = local_page("https://a.example/" + name, name);
    ArticleRecord& article = outcome.result->articles[0];
    article.published = published;
    article.language = language;
    article.kind = kind;
    outcome.result->plugin = name == "1" ? "one" : "generic";
    write_one(store(), outcome);
  };
  add("1", "2025-08-01", "en", "article");
  add("2", "2025-08-01T23:30:00-04:00", "en-GB", "post");
  add("3", "2025-07-31T23:59:59Z", "de", "article");
  add("4", "", "", "summary");
  ArticleFilter filter;
  filter.language = "en";
  EXPECT_EQ(titles_of(store(), filter), (Lines{"1", "2"}));
  filter.language = "en-gb";
  EXPECT_EQ(titles_of(store(), filter), Lines{"2"});
  filter = {};
  filter.kinds = {"post", "summary"};
  EXPECT_EQ(titles_of(store(), filter), (Lines{"2", "4"}));
  filter = {};
  filter.published_from = "2025-08-01";
  EXPECT_EQ(titles_of(store(), filter), (Lines{"1", "2"}));
  filter.published_until = "2025-08-02";  // 03:30 of the next day in UTC is left out
  EXPECT_EQ(titles_of(store(), filter), Lines{"1"});
  filter = {};
  filter.published_until = "2025-08-01T00:00:00Z";
  EXPECT_EQ(titles_of(store(), filter), Lines{"3"});
  filter = {};
  filter.plugin = "one";
  EXPECT_EQ(titles_of(store(), filter), Lines{"1"});
  filter = {};
  filter.published_from = "soon";
  EXPECT_NE(error_of([&] { titles_of(store(), filter); }).find("not a date: 'soon'"), std::string::npos);
}

TEST_P(StoreContract, ARawPageComesBackAsItWas) {
  auto raw = std::make_shared<Page>();
  raw->url = "https://a.example/1";
  raw->final_url = "https://a.example/one";
  raw->status = 200;
  raw->headers = {{"Content-Type", "text/html"}, {"X-Odd", "\xff\"\\"}};
  raw->fetched_at = "2025-08-01T10:00:00Z";
  raw->bytes = std::string("<p>\0\xff</p>", 9) + std::string(100'000, 'x');
  PageOutcome outcome = local_page("https://a.example/1", "One");
  outcome.raw = raw;
  write_one(store(), outcome);
  write_one(store(), local_page("https://a.example/2", "Two"));
  PageFilter filter;
  filter.with_raw = true;
  std::vector<PageId> ids;
  store().for_each_page(filter, [&](const StoredPage& page) {
    ids.push_back(page.id);
    EXPECT_TRUE(page.has_raw);
  });
  ASSERT_EQ(ids.size(), 1U);
  const auto read = store().raw_page(ids[0]);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->url, raw->url);
  EXPECT_EQ(read->final_url, raw->final_url);
  EXPECT_EQ(read->status, 200);
  EXPECT_EQ(read->fetched_at, raw->fetched_at);
  EXPECT_EQ(read->bytes, raw->bytes);
  ASSERT_EQ(read->headers.size(), 2U);
  EXPECT_EQ(read->headers[0], raw->headers[0]);
  EXPECT_EQ(read->headers[1].second, "\xEF\xBF\xBD\"\\");  // text is UTF-8 in a store
  const StoreCounts counts = store().counts();
  EXPECT_EQ(counts.raw_pages, 1U);
  EXPECT_GT(counts.raw_bytes, 0U);
  EXPECT_LT(counts.raw_bytes, 10'000U);
  EXPECT_FALSE(store().raw_page(ids[0] + 1).has_value());
}

/// Pages hold anything: quotes, broken UTF-8, null characters.
TEST_P(StoreContract, TextsOfPagesCannotHarmTheStore) {
  PageOutcome outcome = local_page("https://a.example/'; DROP TABLE pages; --", "x");
  outcome.result->articles[0].title = std::string("a'b\0c\xff", 6);
  outcome.result->reason = "\xc3";
  outcome.result->links = {{std::string("https://a.example/\0\xfe", 20), "", "\xff", "item", ""}};
  outcome.found = {page_at("https://a.example/\xff")};
  write_one(store(), outcome);
  open_again();
  EXPECT_EQ(store().counts().articles, 1U);
  EXPECT_EQ(titles_of(store()).at(0).substr(0, 3), "a'b");
}

}  // namespace
}  // namespace pith
