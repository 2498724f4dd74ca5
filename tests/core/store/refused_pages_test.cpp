#include <gtest/gtest.h>

#include <string>

#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"

namespace pith {
namespace {

/// URLs that a filter of the job refused before anything was fetched.
class RefusedPages : public StoreFixture {
 protected:
  static PageOutcome refusal(const std::string& url, SourceId source = 0) {
    PageOutcome outcome;
    outcome.page = page_at(url);
    outcome.page.source = source;
    outcome.state = PageState::filtered;
    outcome.reason = "the URL is not wanted";
    return outcome;
  }
  BatchCounts find(const std::string& url) {
    StoreBatch batch;
    batch.found = {page_at(url)};
    return store().write(batch);
  }
  std::uint64_t retry_filtered() {
    PageFilter filter;
    filter.state = PageState::filtered;
    return store().retry(filter);
  }
};
INSTANTIATE_TEST_SUITE_P(Kinds, RefusedPages, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(RefusedPages, ARefusalTakesNothingFromAPageThatIsThere) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome fetched = fetched_page(pages.at(0), result_of({article_at("https://a.example/1", "Kept")}));
  fetched.raw = std::make_shared<Page>(Page{"https://a.example/1", "", 200, {}, "", "bytes"});
  write_one(store(), fetched);
  write_one(store(), local_page("https://a.example/2", "Kept too"));
  find("https://a.example/3");
  for (const char* number : {"1", "2", "3"}) {
    const BatchCounts counts = write_one(store(), refusal("https://a.example/" + std::string(number)));
    EXPECT_EQ(counts.ends.at(0), OutcomeEnd::left);
  }
  EXPECT_EQ(titles_of(store()), (Lines{"Kept", "Kept too"}));
  EXPECT_EQ(store().counts().raw_pages, 1U);
  EXPECT_EQ(states_of(store()), (Lines{"https://a.example/1: done", "https://a.example/2: done",
                                       "https://a.example/3: waiting"}));
  EXPECT_EQ(store().take(9, 9, {}, 1).size(), 1U);
}

TEST_P(RefusedPages, ARefusedPageWaitsWhenItIsFoundAgainAndWanted) {
  EXPECT_EQ(write_one(store(), refusal("https://a.example/1")).new_pages, 0U);
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: filtered: the URL is not wanted"});
  EXPECT_TRUE(store().take(9, 9, {}, 1).empty());
  EXPECT_EQ(find("https://a.example/1").new_pages, 1U);
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: waiting"});
  EXPECT_EQ(store().take(9, 9, {}, 1).size(), 1U);
}

TEST_P(RefusedPages, APageThatWasFetchedAndThenFilteredStaysSo) {
  PageOutcome outcome = fetched_page(taken_pages(store(), {"https://a.example/1"}).at(0), {});
  outcome.result.reset();
  outcome.state = PageState::filtered;
  outcome.reason = "older than asked for";
  write_one(store(), outcome);
  PageOutcome local = local_page("https://a.example/2", "");
  local.result.reset();
  local.content_digest = "0123456789abcdef0123456789abcdef";
  local.state = PageState::filtered;
  local.reason = "older than asked for";
  write_one(store(), local);
  EXPECT_EQ(find("https://a.example/1").new_pages, 0U);
  EXPECT_EQ(find("https://a.example/2").new_pages, 0U);
  EXPECT_TRUE(store().take(9, 9, {}, 1).empty());
}

TEST_P(RefusedPages, RetryMakesThemFetchable) {
  write_one(store(), refusal("https://a.example/1", store().source("urls", "list.txt").id));
  EXPECT_EQ(retry_filtered(), 1U);
  EXPECT_EQ(store().take(9, 9, {}, 1).size(), 1U);
}

/// What lies in a file is not fetched from the web because it is tried again.
TEST_P(RefusedPages, RetryOfOneOutOfAFileOpensTheFile) {
  const SourceId source = store().source("warc", "a.warc.gz").id;
  StoreBatch batch;
  batch.outcomes = {refusal("https://a.example/1", source)};
  batch.progress.push_back({source, "end", true, "", 0});
  store().write(batch);
  EXPECT_EQ(retry_filtered(), 1U);
  EXPECT_TRUE(store().take(9, 9, {}, 1).empty());
  EXPECT_FALSE(store().sources().at(0).finished);
  write_one(store(), refusal("https://a.example/1", source));
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: filtered: the URL is not wanted"});
  EXPECT_EQ(retry_filtered(), 1U);
  PageOutcome wanted = local_page("https://a.example/1", "Wanted");
  wanted.page.source = source;
  write_one(store(), wanted);
  EXPECT_EQ(titles_of(store()), Lines{"Wanted"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

}  // namespace
}  // namespace pith
