#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"

namespace pith {
namespace {

/// What a run counts at its end.
class PageGroups : public StoreFixture {
 protected:
  /// "2 done ok, 2 articles" of this run, "(1 done ok)" of others; sorted.
  Lines groups() {
    Lines lines;
    for (const PageGroup& group : store().page_groups(1)) {
      std::string line = std::to_string(group.pages) + " " + std::string(name_of(group.state));
      if (!group.status.empty()) line += " " + group.status;
      if (group.role != PageRole::article) line += " " + std::string(name_of(group.role));
      if (group.not_modified) line += " not modified";
      if (group.articles > 0) line += ", " + std::to_string(group.articles) + " articles";
      lines.push_back(group.in_this_run ? line : "(" + line + ")");
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  /// A page whose article names `canonical` as its URL.
  PageOutcome copy_of(const std::string& canonical, const std::string& url, const std::string& completeness) {
    PageOutcome outcome = local_page(url, "Story");
    outcome.result->articles = {article_at(canonical, "Story", completeness)};
    return outcome;
  }
};
INSTANTIATE_TEST_SUITE_P(Kinds, PageGroups, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(PageGroups, OfEachPageItIsToldInWhichRunItWasSettled) {
  EXPECT_EQ(groups(), Lines{});
  write_one(store(), local_page("https://a.example/1", "One"));
  EXPECT_EQ(groups(), Lines{"1 done ok, 1 articles"});
  open_again();
  EXPECT_EQ(groups(), Lines{"(1 done ok)"}) << "before anything is written in this run, too";
  write_one(store(), local_page("https://a.example/2", "Two"));
  EXPECT_EQ(groups(), (Lines{"(1 done ok)", "1 done ok, 1 articles"}));
  StoreBatch found;
  found.found = {page_at("https://a.example/3")};
  store().write(found);
  EXPECT_EQ(groups(), (Lines{"(1 done ok)", "(1 waiting)", "1 done ok, 1 articles"}))
      << "what was only found is not settled";
}

TEST_P(PageGroups, APageOfAnEarlierRunIsPassedOverOnceHoweverOftenItIsNamed) {
  const auto passed_over = [this] {
    std::uint64_t pages = 0;
    for (const PageGroup& group : store().page_groups(1)) pages += group.passed_over;
    return pages;
  };
  StoreBatch first;
  first.outcomes = {local_page("https://a.example/1", "One"), local_page("https://a.example/2", "Two")};
  first.found = {page_at("https://a.example/3"), page_at("https://a.example/3")};
  store().write(first);
  EXPECT_EQ(passed_over(), 0U) << "all are of this run";

  open_again();
  StoreBatch again;
  again.found = {page_at("https://a.example/1"), page_at("https://a.example/3"),
                 page_at("https://a.example/4"), page_at("https://a.example/4")};
  again.known = {"https://a.example/1", "https://a.example/2", "https://a.example/5"};
  EXPECT_EQ(store().write(again).known_pages, 3U) << "3 has not been settled yet";
  EXPECT_EQ(store().write(again).known_pages, 0U) << "each once";
  const auto taken = store().take(9, 9, {}, 1);
  ASSERT_EQ(taken.size(), 2U);
  for (const WaitingPage& page : taken) write_one(store(), fetched_page(page, result_of({})));
  EXPECT_EQ(passed_over(), 2U) << "1 and 2";

  open_again();
  EXPECT_EQ(passed_over(), 0U) << "that was another run";
}

/// The copy comes first and is done, until the whole article takes its place.
TEST_P(PageGroups, APageCountsAsWhatItIsInTheEnd) {
  BatchCounts counts =
      write_one(store(), copy_of("https://a.example/1", "https://a.example/teaser", "excerpt"));
  EXPECT_EQ(counts.ends.at(0), OutcomeEnd::written);
  EXPECT_EQ(groups(), Lines{"1 done ok, 1 articles"});
  counts = write_one(store(), copy_of("https://a.example/1", "https://a.example/1", "full"));
  EXPECT_EQ(counts.ends.at(0), OutcomeEnd::written);
  EXPECT_EQ(groups(), (Lines{"1 done ok, 1 articles", "1 duplicate"}));
  counts = write_one(store(), copy_of("https://a.example/1", "https://a.example/again", "full"));
  EXPECT_EQ(counts.ends.at(0), OutcomeEnd::duplicate) << "told at once where it is known at once";
  EXPECT_EQ(groups(), (Lines{"1 done ok, 1 articles", "2 duplicate"}));
}

TEST_P(PageGroups, FeedsAndWhatHasNotChangedAreToldApart) {
  PageOutcome feed = local_page("https://a.example/saved-feed.xml", "Item");
  feed.result->kind = "feed";
  write_one(store(), feed);
  PageOutcome same = fetched_page(taken_pages(store(), {"https://a.example/1"}).at(0), {});
  same.http_status = 304;
  same.result.reset();
  write_one(store(), same);
  EXPECT_EQ(groups(), (Lines{"1 done not modified", "1 done ok feed, 1 articles"}));
  EXPECT_EQ(store().counts().pages.at(1).role, PageRole::feed);
}

TEST_P(PageGroups, WhatIsRefusedUnseenCountsOnce) {
  PageOutcome refused;
  refused.page = page_at("https://a.example/1");
  refused.state = PageState::filtered;
  refused.reason = "excluded";
  EXPECT_EQ(write_one(store(), refused).ends.at(0), OutcomeEnd::written);
  EXPECT_EQ(write_one(store(), refused).ends.at(0), OutcomeEnd::left);
  EXPECT_EQ(groups(), Lines{"1 filtered"});
}

}  // namespace
}  // namespace pith
