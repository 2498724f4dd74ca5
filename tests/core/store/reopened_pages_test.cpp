#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"

namespace pith {
namespace {

/// Pages that are put back, and with which validators (RFC 9110, 8.8) they are asked for.
class ReopenedPages : public StoreFixture {
 protected:
  /// A result as it came of a page, with an ETag.
  static PageOutcome with_etag(const WaitingPage& page, Status status) {
    PageOutcome outcome = fetched_page(page, result_of({}));
    outcome.result->status = status;
    outcome.etag = "\"v1\"";
    outcome.last_modified = "Fri, 01 Aug 2025 10:00:00 GMT";
    if (status == Status::failed) {
      outcome.state = PageState::failed;
      outcome.reason = "no parser knows it";
    }
    return outcome;
  }
  NewPage feed_at(const std::string& url) {
    NewPage feed = page_at(url);
    feed.role = PageRole::feed;
    feed.source = store().source("feed", url).id;
    return feed;
  }
  /// The one page that waits, taken and given back.
  WaitingPage waiting() {
    auto pages = store().take(9, 9, {}, 1);
    store().give_back();
    EXPECT_EQ(pages.size(), 1U);
    return pages.empty() ? WaitingPage{} : pages.front();
  }
};
INSTANTIATE_TEST_SUITE_P(Kinds, ReopenedPages, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(ReopenedPages, AResultThatFailedIsHadAnewAndNotAskedForIfModified) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), with_etag(pages.at(0), Status::failed));
  PageFilter filter;
  filter.state = PageState::failed;
  store().retry(filter);
  EXPECT_EQ(waiting().etag, "");
  EXPECT_EQ(waiting().last_modified, "");
}

TEST_P(ReopenedPages, APageThatFailedAfterItWasDoneIsAskedForInWhole) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), with_etag(pages.at(0), Status::ok));
  store().retry({});
  PageOutcome outcome;
  outcome.id = store().take(1, 1, {}, 1).at(0).id;
  outcome.state = PageState::failed;
  outcome.reason = "gone";
  write_one(store(), outcome);
  PageFilter filter;
  filter.state = PageState::failed;
  store().retry(filter);
  EXPECT_EQ(waiting().etag, "");
}

TEST_P(ReopenedPages, ARetryByStatusWantsThePageInWhole) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  write_one(store(), with_etag(pages.at(0), Status::layout_changed));
  PageFilter filter;
  filter.status = "layout_changed";
  store().retry(filter);
  EXPECT_EQ(waiting().etag, "");
  EXPECT_EQ(waiting().last_modified, "");
}

TEST_P(ReopenedPages, ARefreshAsksForWhatHasChanged) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome fetched = with_etag(pages.at(0), Status::ok);
  fetched.result = result_of({article_at("https://a.example/1", "One")});
  write_one(store(), fetched);
  PageFilter filter;
  filter.state = PageState::done;
  store().retry(filter);
  const WaitingPage again = waiting();
  EXPECT_EQ(again.etag, "\"v1\"");
  EXPECT_EQ(again.last_modified, "Fri, 01 Aug 2025 10:00:00 GMT");
  PageOutcome unchanged;
  unchanged.id = again.id;
  unchanged.http_status = 304;
  write_one(store(), unchanged);
  EXPECT_EQ(titles_of(store()), Lines{"One"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

/// An answer that nothing came of is no reason to ask for less the next time.
TEST_P(ReopenedPages, AnAnswerThatWasNotExtractedLeavesNoValidators) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome crashed = with_etag(pages.at(0), Status::ok);
  crashed.result.reset();
  crashed.state = PageState::waiting;
  crashed.reason = "the worker crashed";
  write_one(store(), crashed);
  EXPECT_EQ(waiting().etag, "");
  EXPECT_EQ(waiting().last_modified, "");
}

TEST_P(ReopenedPages, AFeedThatFailedIsAskedForInWhole) {
  const NewPage feed = feed_at("https://a.example/feed");
  store().reopen_source(feed.source, feed);
  write_one(store(), with_etag(store().take(1, 1, {}, 1).at(0), Status::ok));
  store().reopen_source(feed.source, feed);
  PageOutcome outcome;
  outcome.id = store().take(1, 1, {}, 1).at(0).id;
  outcome.state = PageState::failed;
  outcome.reason = "not a feed";
  write_one(store(), outcome);
  store().reopen_source(feed.source, feed);
  EXPECT_EQ(waiting().etag, "");
}

TEST_P(ReopenedPages, AFeedThatIsReadInAnotherPartIsAskedForInWhole) {
  const NewPage feed = feed_at("https://a.example/feed");
  EXPECT_FALSE(store().adopt(feed.source, {"1/2", "f"}).is_reread) << "there was nothing before";
  store().reopen_source(feed.source, feed);
  write_one(store(), with_etag(store().take(1, 1, {}, 1).at(0), Status::ok));
  EXPECT_FALSE(store().adopt(feed.source, {"1/2", "f"}).is_reread);
  store().reopen_source(feed.source, feed);
  EXPECT_EQ(waiting().etag, "\"v1\"");
  EXPECT_TRUE(store().adopt(feed.source, {"2/2", "f"}).is_reread);
  EXPECT_EQ(waiting().etag, "");
  EXPECT_EQ(waiting().last_modified, "");
}

TEST_P(ReopenedPages, AFeedThatIsJudgedByAnotherFilterIsAskedForInWhole) {
  const NewPage feed = feed_at("https://a.example/feed");
  store().adopt(feed.source, {"1/1", "f"});
  store().reopen_source(feed.source, feed);
  write_one(store(), with_etag(store().take(1, 1, {}, 1).at(0), Status::ok));
  store().adopt(feed.source, {"1/1", "g"});
  store().reopen_source(feed.source, feed);
  EXPECT_EQ(waiting().etag, "") << "it may have articles that nobody wanted";
}

TEST_P(ReopenedPages, ASourceThatIsReadInAnotherPartHasItsCursorNoMore) {
  const SourceId list = store().source("urls", "a.txt").id;
  const SourceId other = store().source("urls", "b.txt").id;
  for (const SourceId source : {list, other}) {
    store().adopt(source, {"1/2", "f"});
    StoreBatch batch;
    batch.progress.push_back({source, "99", true, "", 1});
    store().write(batch);
  }
  store().adopt(list, {"1/2", "g"});
  EXPECT_TRUE(store().source("urls", "a.txt").finished) << "a filter is judged by the pages";
  store().adopt(list, {"1/1", "g"});
  EXPECT_FALSE(store().source("urls", "a.txt").finished);
  EXPECT_EQ(store().source("urls", "a.txt").cursor, "");
  EXPECT_EQ(store().source("urls", "b.txt").cursor, "99");
}

TEST_P(ReopenedPages, AnotherFilterOfASourceJudgesItsFilteredPagesAgain) {
  const SourceId list = store().source("urls", "a.txt").id;
  store().adopt(list, {"1/1", "f"});
  for (const SourceId source : {list, store().source("urls", "b.txt").id}) {
    PageOutcome refused;
    refused.page = page_at("/" + std::to_string(source));
    refused.page.source = source;
    refused.state = PageState::filtered;
    refused.reason = "not wanted";
    write_one(store(), refused);
  }
  EXPECT_EQ(store().adopt(list, {"1/1", "f"}).judged_again, 0U);
  EXPECT_EQ(store().adopt(list, {"1/1", "g"}).judged_again, 1U);
  EXPECT_EQ(waiting().source, list);
}

TEST_P(ReopenedPages, WhatDoesNotComeAgainOutOfItsFileStaysFiltered) {
  const SourceId lines = store().source("jsonl", "a.jsonl").id;
  store().adopt(lines, {"1/1", "f"});
  PageOutcome refused;
  refused.page = page_at("/1");
  refused.page.source = lines;
  refused.state = PageState::filtered;
  refused.reason = "not wanted";
  refused.order = "a";
  write_one(store(), refused);
  EXPECT_EQ(store().adopt(lines, {"1/1", "g"}).judged_again, 1U);
  StoreBatch end;
  end.progress.push_back({lines, "9", true, "", 0});
  store().write(end);
  PageFilter filtered;
  filtered.state = PageState::filtered;
  std::vector<std::string> reasons;
  store().for_each_page(filtered, [&](const StoredPage& page) { reasons.push_back(page.reason); });
  EXPECT_EQ(reasons, std::vector<std::string>{"not wanted"});
}

TEST_P(ReopenedPages, AReadSitemapIsAskedForIfModified) {
  NewPage sitemap = page_at("https://a.example/sitemap.xml");
  sitemap.role = PageRole::sitemap;
  sitemap.source = store().source("sitemap", sitemap.url).id;
  store().reopen_source(sitemap.source, sitemap);
  PageOutcome read = with_etag(store().take(1, 1, {}, 1).at(0), Status::ok);
  read.result.reset();
  write_one(store(), read);
  store().reopen_source(sitemap.source, sitemap);
  EXPECT_EQ(waiting().etag, "\"v1\"");
}

TEST_P(ReopenedPages, AnArticleThatIsNamedAsAFeedIsOneFromThenOn) {
  const auto pages = taken_pages(store(), {"https://a.example/feed"});
  write_one(store(), with_etag(pages.at(0), Status::ok));
  const NewPage feed = feed_at("https://a.example/feed");
  store().reopen_source(feed.source, feed);
  const WaitingPage again = waiting();
  EXPECT_EQ(again.role, PageRole::feed);
  EXPECT_EQ(again.source, feed.source);
  EXPECT_EQ(again.etag, "");  // or it would not be read
}

TEST_P(ReopenedPages, AFeedThatLiesInAFileIsFetchedAllTheSame) {
  PageOutcome local = local_page("https://a.example/feed", "Saved");
  local.page.url = "http://a.example/feed";
  local.page.source = store().source("warc", "a.warc.gz").id;
  write_one(store(), local);
  const NewPage feed = feed_at("https://a.example/feed");
  store().reopen_source(feed.source, feed);
  const WaitingPage page = waiting();
  EXPECT_EQ(page.role, PageRole::feed);
  EXPECT_EQ(page.source, feed.source);
  EXPECT_EQ(page.url, "https://a.example/feed");
}

}  // namespace
}  // namespace pith
