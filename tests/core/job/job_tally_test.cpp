#include "core/job/job_tally.hpp"

#include <gtest/gtest.h>

#include "core/job/job_watch.hpp"

namespace pith {
namespace {

PageOutcome outcome(PageState state) {
  PageOutcome made;
  made.state = state;
  return made;
}

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

TEST(JobTally, EveryPageIsUnderOneWord) {
  JobTally tally;
  tally.count(extracted(Status::ok, 2));
  tally.count(extracted(Status::ok, 1));
  tally.count(extracted(Status::no_article, 0));
  tally.count(outcome(PageState::done));  // not modified: nothing was extracted, and there were no bytes
  PageOutcome sitemap = outcome(PageState::done);
  sitemap.content_digest = "0";
  tally.count(sitemap);
  tally.count(outcome(PageState::failed));
  tally.count(outcome(PageState::refused));
  tally.count(outcome(PageState::filtered));
  tally.count(outcome(PageState::waiting));
  tally.count_known(7);
  tally.count_lost(1);
  EXPECT_EQ(tally.pages(), 9U);
  EXPECT_EQ(summary_of(tally),
            "9 pages: 2 ok, 1 no_article, 1 sitemaps, 1 not modified, 1 failed, 1 refused, 1 filtered, "
            "1 to be tried later; 3 articles; 7 pages known before; 1 record could not be read");
}

TEST(JobTally, AFailedExtractionIsCountedOnce) {
  JobTally tally;
  PageOutcome failed = extracted(Status::failed, 0);
  failed.state = PageState::failed;
  tally.count(failed);
  EXPECT_EQ(summary_of(tally), "1 page: 1 failed; 0 articles");
}

TEST(JobTally, ProgressSaysWhatThereIs) {
  JobTally tally;
  for (int i = 0; i < 1'204; ++i) tally.count(extracted(Status::ok, 1));
  JobGauges gauges;
  gauges.hosts = 3;
  gauges.waiting = 8'796;
  const std::string line = progress_line(tally, gauges);
  EXPECT_EQ(line.rfind("1,204 done, ", 0), 0U) << line;
  EXPECT_NE(line.find(" pages/s, 3 hosts, 8,796 waiting"), std::string::npos) << line;
  EXPECT_EQ(line.find("left"), std::string::npos) << "of a moment nothing can be told: " << line;
}

}  // namespace
}  // namespace pith
