// The host believes nothing that a worker says.

#include "core/isolate/page_result_codec.hpp"

#include <cstring>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/isolate/byte_codec.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

ArticleRecord sample_article() {
  ArticleRecord article;
  article.url = "https://example.com/a";
  article.canonical_url = "https://example.com/b";
  article.title = "港口";
  article.authors = {"Ann Lee", ""};
  article.published = "2025-08-01";
  article.modified = "2025-08-02";
  article.language = "zh";
  article.site_name = "Example";
  article.section = "Ports";
  article.kind = "article";
  article.completeness = "full";
  article.syndicated_from = "Another";
  article.words = 7;
  article.fingerprint = {1, 2, 0xffffffffU};
  article.json = R"({"title":"港口"})";
  return article;
}

PageResult sample() {
  PageResult result;
  result.status = Status::partial;
  result.reason = "cut";
  result.kind = "article";
  result.plugin = "given";
  result.recipe = "2023";
  result.confidence = 0.25;
  result.articles = {sample_article(), sample_article()};
  result.links = {{"https://example.com/c", "https://example.com/d", "C", "related", "2025-08-03"}};
  result.ledger = {{"share", "drop .share", 2, 17}};
  result.time = std::chrono::milliseconds(12);
  return result;
}

TEST(PageResultCodec, EverythingComesBack) {
  const PageResult result = decode_page_result(encode_page_result(sample()));
  EXPECT_EQ(result.status, Status::partial);
  EXPECT_EQ(result.reason, "cut");
  EXPECT_EQ(result.kind, "article");
  EXPECT_EQ(result.plugin, "given");
  EXPECT_EQ(result.recipe, "2023");
  EXPECT_EQ(result.confidence, 0.25);
  EXPECT_EQ(result.time, std::chrono::milliseconds(12));
  ASSERT_EQ(result.articles.size(), 2U);
  const ArticleRecord& article = result.articles.back();
  const ArticleRecord given = sample_article();
  EXPECT_EQ(article.url, given.url);
  EXPECT_EQ(article.canonical_url, given.canonical_url);
  EXPECT_EQ(article.title, given.title);
  EXPECT_EQ(article.authors, given.authors);
  EXPECT_EQ(article.published, given.published);
  EXPECT_EQ(article.modified, given.modified);
  EXPECT_EQ(article.language, given.language);
  EXPECT_EQ(article.site_name, given.site_name);
  EXPECT_EQ(article.section, given.section);
  EXPECT_EQ(article.kind, given.kind);
  EXPECT_EQ(article.completeness, given.completeness);
  EXPECT_EQ(article.syndicated_from, given.syndicated_from);
  EXPECT_EQ(article.words, given.words);
  EXPECT_EQ(article.fingerprint, given.fingerprint);
  EXPECT_EQ(article.json, given.json);
  ASSERT_EQ(result.links.size(), 1U);
  EXPECT_EQ(result.links.front().url, "https://example.com/c");
  EXPECT_EQ(result.links.front().canonical_url, "https://example.com/d");
  EXPECT_EQ(result.links.front().title, "C");
  EXPECT_EQ(result.links.front().relation, "related");
  EXPECT_EQ(result.links.front().published, "2025-08-03");
  ASSERT_EQ(result.ledger.size(), 1U);
  EXPECT_EQ(result.ledger.front().kind, "share");
  EXPECT_EQ(result.ledger.front().rule, "drop .share");
  EXPECT_EQ(result.ledger.front().removals, 2U);
  EXPECT_EQ(result.ledger.front().text_bytes, 17U);
}

TEST(PageResultCodec, NoConfidenceIsNone) {
  EXPECT_FALSE(decode_page_result(encode_page_result(PageResult{})).confidence.has_value());
}

TEST(PageResultCodec, WhatBreaksOffIsNoResult) {
  const std::string whole = encode_page_result(sample());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(decode_page_result(std::string_view(whole).substr(0, size)), Error) << size;
  }
  EXPECT_EQ(error_of([&] { decode_page_result(whole + "x"); }), "1 bytes too many");
}

/// Nothing but Error may come of it, and under the address sanitizer nothing else.
TEST(PageResultCodec, ChangedBytesDoNoHarm) {
  const std::string whole = encode_page_result(sample());
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      decode_page_result(bytes);
    } catch (const Error&) {
    }
  }
}

/// A list may announce no more members than the bytes behind it can hold, so nothing is reserved for them.
TEST(PageResultCodec, AListThatIsLongerThanItsBytesIsNone) {
  std::string bytes = encode_page_result(PageResult{});
  const std::uint32_t many = 50'000;
  const std::size_t articles = bytes.size() - 3 * sizeof(many);
  std::memcpy(bytes.data() + articles, &many, sizeof(many));
  EXPECT_EQ(error_of([&] { decode_page_result(bytes); }), "a list of 50000 members");
}

PageResult with_article(const ArticleRecord& article) {
  PageResult result;
  result.articles = {article};
  return result;
}

TEST(PageResultCodec, TextsMustBeUtf8AndJsonOneLine) {
  ArticleRecord article = sample_article();
  article.title = "caf\xe9";
  EXPECT_EQ(error_of([&] { decode_page_result(encode_page_result(with_article(article))); }),
            "a text that is no UTF-8");
  article = sample_article();
  for (const std::string json : {"", "{", "[]", "{\"a\":\n1}", "{\"a\":1}\n"}) {
    article.json = json;
    EXPECT_EQ(error_of([&] { decode_page_result(encode_page_result(with_article(article))); }),
              "JSON that is no object on one line");
  }
}

TEST(PageResultCodec, NumbersMustBeInTheirRange) {
  PageResult result;
  result.status = static_cast<Status>(7);
  EXPECT_EQ(error_of([&] { decode_page_result(encode_page_result(result)); }), "an unknown status");
  result = {};
  result.confidence = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(error_of([&] { decode_page_result(encode_page_result(result)); }), "a confidence beyond 0 to 1");
  result = {};
  result.time = std::chrono::hours(25);
  EXPECT_EQ(error_of([&] { decode_page_result(encode_page_result(result)); }), "a time beyond a day");
}

TEST(PageResultCodec, AWorkerSaysWhichLimitItsResultPasses) {
  PageResultLimits limits;
  limits.articles = 1;
  EXPECT_EQ(error_of([&] { encode_page_result(sample(), limits); }), "a result of more than 1 articles");
  limits = {};
  limits.authors = 3;
  EXPECT_EQ(error_of([&] { encode_page_result(sample(), limits); }), "a result of more than 3 authors");
  limits = {};
  limits.bytes = std::size_t{1} << 20;
  PageResult result = sample();
  result.articles.front().json.assign(std::size_t{2} << 20, 'x');
  EXPECT_EQ(error_of([&] { encode_page_result(result, limits); }), "a result of more than 1 MiB");
}

TEST(PageResultCodec, TheHostHoldsToTheSameLimits) {
  const std::string bytes = encode_page_result(sample());
  PageResultLimits limits;
  limits.articles = 1;
  EXPECT_EQ(error_of([&] { decode_page_result(bytes, limits); }), "a list of 2 members");
  limits = {};
  limits.authors = 3;
  EXPECT_EQ(error_of([&] { decode_page_result(bytes, limits); }), "a list of 2 members");
  limits = {};
  limits.bytes = 100;
  EXPECT_EQ(error_of([&] { decode_page_result(bytes, limits); }),
            "a result of " + std::to_string(bytes.size()) + " bytes");
}

}  // namespace
}  // namespace pith
