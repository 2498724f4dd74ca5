#include <gtest/gtest.h>

#include <string>

#include "tests/core/store/outcomes.hpp"
#include "tests/core/store/store_fixture.hpp"

namespace pith {
namespace {

/// One page in several sources.
class SamePage : public StoreFixture {
 protected:
  SourceId file(const std::string& name) { return store().source("warc", name).id; }
  PageOutcome from(SourceId source, const std::string& title, const std::string& order) {
    PageOutcome outcome = local_page("https://a.example/1", title, order);
    outcome.page.source = source;
    return outcome;
  }
  /// A line that names a file which is not there.
  PageOutcome unread(SourceId source, const std::string& order) {
    PageOutcome outcome = from(source, "", order);
    outcome.state = PageState::failed;
    outcome.reason = "no such file";
    outcome.result.reset();
    return outcome;
  }
  PageOutcome with_digest(PageOutcome outcome, const std::string& digest) {
    outcome.content_digest = digest;
    return outcome;
  }
  /// What the store says before it is written, which has to fit what it does.
  OutcomeEnd end_of(const PageOutcome& outcome) {
    const bool has_read = store().has_read(outcome.page.key, outcome.order, outcome.content_digest);
    const OutcomeEnd end = write_one(store(), outcome).ends.at(0);
    EXPECT_TRUE(!has_read || end == OutcomeEnd::left) << outcome.order;
    return end;
  }
  void finish(SourceId source) {
    StoreBatch batch;
    batch.progress.push_back({source, "end", true, "", 0});
    store().write(batch);
  }
  bool is_finished(SourceId source) {
    for (const SourceRow& row : store().sources()) {
      if (row.id == source) return row.finished;
    }
    return false;
  }
};
INSTANTIATE_TEST_SUITE_P(Kinds, SamePage, testing::Values("sqlite", "postgres"), name_of_kind);

TEST_P(SamePage, ItIsReadAgainFromWhereItCameFromLast) {
  const SourceId older = file("2024.warc");
  const SourceId newer = file("2025.warc");
  write_one(store(), from(older, "Old", "2024"));
  write_one(store(), from(newer, "New", "2025"));
  finish(older);
  finish(newer);
  store().retry({});
  EXPECT_TRUE(is_finished(older));
  EXPECT_FALSE(is_finished(newer));
}

TEST_P(SamePage, WhileTheNewerOneIsReadAgainTheOlderOneDoesNotTakeItsPlace) {
  const SourceId older = file("2024.warc");
  const SourceId newer = file("2025.warc");
  write_one(store(), from(newer, "New", "2025"));
  store().retry({});
  EXPECT_EQ(write_one(store(), from(older, "Old", "2024")).ends.at(0), OutcomeEnd::left);
  EXPECT_EQ(titles_of(store()), Lines{"New"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: waiting"});
  write_one(store(), from(newer, "Newly read", "2025"));
  EXPECT_EQ(titles_of(store()), Lines{"Newly read"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

/// Or the page would wait for ever.
TEST_P(SamePage, TheOlderOneIsTakenWhereTheNewerOneIsNoMore) {
  const SourceId older = file("2024.warc");
  const SourceId newer = file("2025.warc");
  write_one(store(), from(newer, "New", "2025"));
  store().retry({});
  finish(newer);
  write_one(store(), from(older, "Old", "2024"));
  EXPECT_EQ(titles_of(store()), Lines{"Old"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

TEST_P(SamePage, OfOneSourceAnEarlierPlaceIsTakenUntilTheLaterOneComes) {
  const SourceId folder = store().source("folder", "pages").id;
  write_one(store(), from(folder, "z.html", "z.html"));
  store().retry({});
  write_one(store(), from(folder, "a.html", "a.html"));
  EXPECT_EQ(titles_of(store()), Lines{"a.html"});
  write_one(store(), from(folder, "z.html again", "z.html"));
  EXPECT_EQ(titles_of(store()), Lines{"z.html again"});
}

TEST_P(SamePage, AtTheSamePlaceOnlyWhatHasChangedIsTaken) {
  const SourceId folder = store().source("folder", "pages").id;
  EXPECT_EQ(end_of(with_digest(from(folder, "First", "a.html"), "1")), OutcomeEnd::written);
  EXPECT_TRUE(store().has_read("https://a.example/1", "a.html", "1"));
  EXPECT_EQ(end_of(with_digest(from(folder, "First again", "a.html"), "1")), OutcomeEnd::left);
  EXPECT_FALSE(store().has_read("https://a.example/1", "a.html", "2"));
  EXPECT_EQ(end_of(with_digest(from(folder, "Changed", "a.html"), "2")), OutcomeEnd::written);
  EXPECT_EQ(titles_of(store()), Lines{"Changed"});
  EXPECT_TRUE(store().has_read("https://a.example/1", "A.html", "3")) << "an earlier place";
  EXPECT_FALSE(store().has_read("https://a.example/1", "b.html", "2")) << "a later one";
  EXPECT_FALSE(store().has_read("https://a.example/2", "a.html", "2")) << "another page";
  store().retry({});
  EXPECT_FALSE(store().has_read("https://a.example/1", "a.html", "2")) << "it is to be read again";
}

TEST_P(SamePage, WhatIsToBeFetchedHasNotBeenRead) {
  taken_pages(store(), {"https://a.example/1"});
  EXPECT_FALSE(store().has_read("https://a.example/1", "a.html", "1"));
}

/// As the thread of a job that reads files asks while another writes.
TEST_P(SamePage, AConnectionToReadSeesWhatIsWritten) {
  const auto reader = place_->open(StoreUse::read);
  EXPECT_FALSE(reader->has_read("https://a.example/1", "a.html", "1"));
  write_one(store(), with_digest(from(file("a.warc"), "One", "a.html"), "1"));
  EXPECT_TRUE(reader->has_read("https://a.example/1", "a.html", "1"));
}

/// In whatever order they come.
TEST_P(SamePage, WhatCouldBeReadGoesBeforeWhatCouldNot) {
  const SourceId lines = store().source("jsonl", "pages.jsonl").id;
  EXPECT_EQ(end_of(with_digest(from(lines, "There", "1"), "1")), OutcomeEnd::written);
  EXPECT_EQ(end_of(unread(lines, "2")), OutcomeEnd::left);
  EXPECT_EQ(end_of(unread(lines, "1")), OutcomeEnd::left) << "its file has gone since";
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

TEST_P(SamePage, WhatCouldNotBeReadLeavesItsPlace) {
  const SourceId lines = store().source("jsonl", "pages.jsonl").id;
  EXPECT_EQ(end_of(unread(lines, "2")), OutcomeEnd::written);
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: failed: no such file"});
  EXPECT_TRUE(store().has_read("https://a.example/1", "2", "")) << "and it is still not there";
  EXPECT_EQ(end_of(with_digest(from(lines, "There", "1"), "1")), OutcomeEnd::written);
  EXPECT_EQ(titles_of(store()), Lines{"There"});
}

/// That it was read once says nothing of what is there now.
TEST_P(SamePage, WhatWasReadOnceAndIsGoneLeavesItsPlace) {
  const SourceId lines = store().source("jsonl", "pages.jsonl").id;
  const PageOutcome earlier = with_digest(from(lines, "Earlier", "1"), "1");
  const PageOutcome later = with_digest(from(lines, "Later", "2"), "2");
  EXPECT_EQ(end_of(earlier), OutcomeEnd::written);
  EXPECT_EQ(end_of(later), OutcomeEnd::written);
  store().retry({});
  EXPECT_EQ(end_of(unread(lines, "2")), OutcomeEnd::written);
  EXPECT_EQ(end_of(earlier), OutcomeEnd::written);
  EXPECT_EQ(titles_of(store()), Lines{"Earlier"});
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

TEST_P(SamePage, WhatIsPutBackAsItWasIsReadAgain) {
  const SourceId lines = store().source("jsonl", "pages.jsonl").id;
  const PageOutcome page = with_digest(from(lines, "There", "1"), "1");
  EXPECT_EQ(end_of(page), OutcomeEnd::written);
  store().retry({});
  EXPECT_EQ(end_of(unread(lines, "1")), OutcomeEnd::written);
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: failed: no such file"});
  EXPECT_FALSE(store().has_read("https://a.example/1", "1", "1"));
  EXPECT_EQ(end_of(page), OutcomeEnd::written);
  EXPECT_EQ(states_of(store()), Lines{"https://a.example/1: done"});
}

TEST_P(SamePage, AFileThatIsNotThereDoesNotKeepAPageFromBeingFetched) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  EXPECT_EQ(end_of(unread(store().source("jsonl", "pages.jsonl").id, "1")), OutcomeEnd::left);
  store().give_back();
  EXPECT_EQ(store().take(9, 9, {}, 1).size(), 1U);
}

TEST_P(SamePage, AFeedThatIsToBeFetchedIsNotTakenForTheOneInAFile) {
  NewPage feed = page_at("https://a.example/1");
  feed.role = PageRole::feed;
  feed.source = store().source("feed", feed.url).id;
  store().reopen_source(feed.source, feed);
  EXPECT_EQ(write_one(store(), from(file("2024.warc"), "Saved", "2024")).ends.at(0), OutcomeEnd::left);
  EXPECT_EQ(store().take(9, 9, {}, 1).size(), 1U);
}

TEST_P(SamePage, AKeptPageStaysAsLongAsItsBytesAreTheSame) {
  const auto pages = taken_pages(store(), {"https://a.example/1"});
  PageOutcome outcome = with_digest(fetched_page(pages.at(0), result_of({})), "1");
  outcome.raw = std::make_shared<Page>(Page{"https://a.example/1", "", 200, {}, "", "bytes"});
  write_one(store(), outcome);
  const auto raw_pages_after = [&](const std::string& digest) {
    store().retry({});
    const auto again = store().take(1, 1, {}, 1);
    write_one(store(), with_digest(fetched_page(again.at(0), result_of({})), digest));
    return store().counts().raw_pages;
  };
  EXPECT_EQ(raw_pages_after("1"), 1U);
  EXPECT_EQ(raw_pages_after("2"), 0U) << "a result belongs to the bytes beside it";
}

}  // namespace
}  // namespace pith
