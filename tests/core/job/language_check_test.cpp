#include "core/job/language_check.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

// BCP 47 (RFC 5646), section 2.1.
TEST(LanguageCheck, TagsAreRight) {
  for (const char* tag : {"en", "EN", "en-GB", "pt-BR", "zh-Hans", "zh-Hant-HK", "yue", "cjy", "x-house"}) {
    EXPECT_EQ(language_problem(tag), "") << tag;
  }
}

TEST(LanguageCheck, WhatIsMeantIsTold) {
  const std::string is_none = "is no language tag such as \"en\" or \"pt-BR\"";
  const auto meant = [&](const std::string& tag) { return is_none + " (did you mean '" + tag + "'?)"; };
  EXPECT_EQ(language_problem("English"), meant("en"));
  EXPECT_EQ(language_problem("enlish"), meant("en"));
  EXPECT_EQ(language_problem("deutsch"), meant("de"));
  EXPECT_EQ(language_problem("en_GB"), meant("en-GB"));
  EXPECT_EQ(language_problem("eng"), meant("en")) << "pages say \"en\"";
  EXPECT_EQ(language_problem("zz"), is_none);
  EXPECT_EQ(language_problem(""), is_none);
  EXPECT_EQ(language_problem("e*"), is_none);
  EXPECT_EQ(language_problem(std::string(5'000, 'a')), is_none);
}

}  // namespace
}  // namespace pith
