#include "core/job/job_tally.hpp"

#include <gtest/gtest.h>

#include "core/job/job_watch.hpp"

namespace pith {
namespace {

PageOutcome extracted(Status status, std::size_t articles) {
  PageOutcome made;
  made.content_digest = "0";
  made.result.emplace();
  made.result->status = status;
  made.result->articles.resize(articles);
  return made;
}

/// The summary without the time it took.
std::string summary_of(const JobTally& tally) {
  std::string text = tally.summary();
  const auto begin = text.find(" in ");
  return text.erase(begin, text.find_first_of(":;", begin) - begin);
}

PageGroup group(std::uint64_t pages, PageState state, const std::string& status = "",
                PageRole role = PageRole::article) {
  PageGroup made;
  made.pages = pages;
  made.state = state;
  made.status = status;
  made.role = role;
  made.in_this_run = true;
  return made;
}

TEST(JobTally, EveryPageIsUnderOneWord) {
  JobTally tally;
  PageGroup ok = group(2, PageState::done, "ok");
  ok.articles = 3;
  PageGroup same = group(1, PageState::done, "ok");
  same.not_modified = true;
  PageGroup of_another_run = group(5, PageState::done, "ok");
  of_another_run.in_this_run = false;
  of_another_run.passed_over = 7;
  tally.count_known(9);  // of which two were settled in the end
  tally.count_lost(1);
  tally.settle({ok, same, of_another_run, group(1, PageState::done, "no_article"),
                group(1, PageState::done, "ok", PageRole::feed),
                group(2, PageState::done, "", PageRole::sitemap), group(1, PageState::failed),
                group(1, PageState::refused), group(1, PageState::filtered), group(4, PageState::duplicate),
                group(1, PageState::waiting)});
  EXPECT_EQ(tally.pages(), 15U);
  EXPECT_EQ(
      summary_of(tally),
      "15 pages: 2 ok, 1 no_article, 1 feed, 2 sitemaps, 1 not modified, 1 failed, 1 refused, 1 filtered, "
      "4 duplicate, 1 to be tried later; 3 articles; 7 pages known before, passed over; 1 record lost or "
      "damaged");
}

/// In the end it is settled anew, by what the pages are then.
TEST(JobTally, WhatIsWrittenCountsAsTheStoreTakesIt) {
  JobTally tally;
  tally.count(extracted(Status::ok, 2), OutcomeEnd::written);
  tally.count(extracted(Status::ok, 1), OutcomeEnd::duplicate);
  tally.count(extracted(Status::ok, 1), OutcomeEnd::left);
  PageOutcome failed = extracted(Status::failed, 0);
  failed.state = PageState::failed;
  tally.count(failed, OutcomeEnd::written);
  EXPECT_EQ(tally.pages(), 3U);
  EXPECT_EQ(tally.of(PageState::done), 1U);
  EXPECT_EQ(tally.of(PageState::duplicate), 1U);
  EXPECT_EQ(tally.of(PageState::failed), 1U);
  EXPECT_EQ(tally.articles(), 2U);
  EXPECT_EQ(tally.extractions(Status::ok), 3U) << "extracted they were";
  EXPECT_EQ(tally.extractions(Status::failed), 1U);
}

TEST(JobTally, ProgressSaysWhatThereIs) {
  JobTally tally;
  for (int i = 0; i < 1'204; ++i) tally.count(extracted(Status::ok, 1), OutcomeEnd::written);
  JobGauges gauges;
  gauges.hosts = 3;
  gauges.waiting = 8'796;
  const std::string line = progress_line(tally, gauges);
  EXPECT_EQ(line.rfind("1,204 done, ", 0), 0U) << line;
  EXPECT_NE(line.find(" pages/s, 3 hosts, 8,796 waiting"), std::string::npos) << line;
  tally.count(extracted(Status::ok, 1), OutcomeEnd::duplicate);
  tally.count_known(12);
  EXPECT_EQ(progress_line(tally, gauges).rfind("1,204 done, 1 duplicate, 12 known before, ", 0), 0U);
  EXPECT_EQ(line.find("left"), std::string::npos) << "of a moment nothing can be told: " << line;
}

}  // namespace
}  // namespace pith
