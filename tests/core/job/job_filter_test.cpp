#include "core/job/job_filter.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

ArticleRecord article(const std::string& language, const std::string& published) {
  ArticleRecord record;
  record.language = language;
  record.published = published;
  record.kind = "article";
  return record;
}

TEST(JobFilter, WantsEverythingUnlessToldOtherwise) {
  const JobFilter filter;
  EXPECT_EQ(filter.refuses_url("https://www.example.com/a"), "");
  EXPECT_EQ(filter.refuses(article("", "")), "");
}

TEST(JobFilter, JudgesUrlsByPatterns) {
  JobFilter filter;
  filter.include = {"*/article/*", "https://blog.example.com/*"};
  filter.exclude = {"*/video/*"};
  EXPECT_EQ(filter.refuses_url("https://www.example.com/news/article/1"), "");
  EXPECT_EQ(filter.refuses_url("https://blog.example.com/x"), "");
  EXPECT_NE(filter.refuses_url("https://www.example.com/about"), "");
  EXPECT_NE(filter.refuses_url("https://www.example.com/video/article/1"), "") << "exclude has the last word";
}

TEST(JobFilter, ALanguageTakesInItsVarieties) {
  JobFilter filter;
  filter.languages = {"pt-BR", "en"};
  EXPECT_EQ(filter.refuses(article("en-GB", "")), "");
  EXPECT_EQ(filter.refuses(article("EN", "")), "");
  EXPECT_EQ(filter.refuses(article("pt-br", "")), "");
  EXPECT_EQ(filter.refuses(article("pt", "")), "in the language pt");
  EXPECT_EQ(filter.refuses(article("eng", "")), "in the language eng") << "a prefix is not enough";
  EXPECT_EQ(filter.refuses(article("", "")), "of no known language");
}

TEST(JobFilter, FromIsInclusiveAndUntilIsNot) {
  JobFilter filter;
  filter.published_from = parse_date("2025-08-01");
  filter.published_until = parse_date("2025-09-01");
  EXPECT_EQ(filter.refuses(article("en", "2025-08-01")), "");
  EXPECT_EQ(filter.refuses(article("en", "2025-08-31T23:59:59Z")), "");
  EXPECT_EQ(filter.refuses(article("en", "2025-07-31")), "published before 2025-08-01");
  EXPECT_EQ(filter.refuses(article("en", "2025-09-01")), "published on or after 2025-09-01");
  EXPECT_EQ(filter.refuses(article("en", "2025-08-01T01:00:00+08:00")), "published before 2025-08-01")
      << "in UTC it is still July";
  EXPECT_EQ(filter.refuses(article("en", "")), "") << "undated articles pass";
  filter.undated = false;
  EXPECT_EQ(filter.refuses(article("en", "")), "without a date");
}

TEST(JobFilter, JudgesKinds) {
  JobFilter filter;
  filter.kinds = {"summary", "post"};
  EXPECT_EQ(filter.refuses(article("en", "")), "of the kind article");
}

}  // namespace
}  // namespace pith
