#include "core/job/job_verdict.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

PageGroup group(PageState state, const std::string& status = "") {
  PageGroup made;
  made.source = 1;
  made.state = state;
  made.status = status;
  made.pages = 1;
  return made;
}

TEST(JobVerdict, WhatFailedWasRefusedWaitsOrIsNotOkKeepsAJobFromBeingWell) {
  const auto unwell = [](const PageGroup& pages) { return verdict_of({pages}, {1}).of_earlier_runs; };
  for (const PageState state : {PageState::failed, PageState::refused, PageState::waiting})
    EXPECT_EQ(unwell(group(state)), 1U) << name_of(state);
  for (const PageState state : {PageState::filtered, PageState::duplicate, PageState::done})
    EXPECT_EQ(unwell(group(state)), 0U) << name_of(state);
  for (const char* status : {"partial", "paywalled", "layout_changed", "unsupported"})
    EXPECT_EQ(unwell(group(PageState::done, status)), 1U) << status;
  for (const char* status : {"ok", "no_article"})
    EXPECT_EQ(unwell(group(PageState::done, status)), 0U) << status;
}

/// What it has itself is given back before.
TEST(JobVerdict, WhatAnotherJobHasTakenIsItsOwn) {
  PageGroup taken = group(PageState::waiting);
  taken.is_leased = true;
  EXPECT_EQ(verdict_of({taken}, {1}).of_earlier_runs, 0U);
}

TEST(JobVerdict, OfEarlierRunsOnlyItsOwnSourcesCount) {
  PageGroup now = group(PageState::failed);
  now.in_this_run = true;
  now.source = 2;
  PageGroup of_another = group(PageState::failed);
  of_another.source = 2;
  const JobVerdict verdict = verdict_of({now, of_another, group(PageState::failed)}, {1});
  EXPECT_EQ(verdict.of_this_run, 1U);
  EXPECT_EQ(verdict.of_earlier_runs, 1U);
}

}  // namespace
}  // namespace pith
