#include "core/batch/batch_request.hpp"

#include <gtest/gtest.h>

#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

BatchRequest read(const std::string& text) {
  return read_batch_request({text, 7, false}, Limits{});
}

TEST(BatchRequest, TakesThePageAsAString) {
  const auto request = read(R"({"id":"a1","url":"https://example.com/1","html":"<p>caf\u00e9</p>"})");
  EXPECT_EQ(request.error, "");
  EXPECT_EQ(request.id, "\"a1\"");
  EXPECT_EQ(request.page.url, "https://example.com/1");
  EXPECT_EQ(request.page.bytes, "<p>caf\u00e9</p>");
}

TEST(BatchRequest, AStringIsUtf8WhateverTheHeadersSay) {
  const auto request = read(R"({"html":"x","headers":{"content-type":"text/xml; charset=gbk"}})");
  EXPECT_EQ(request.page.header("Content-Type"), "text/xml; charset=utf-8");
}

TEST(BatchRequest, AHalfSurrogateSpoilsOnlyItsCharacter) {
  const auto request = read(R"({"html":"<p>cut \ud83d here","id":"a\ude00"})");
  EXPECT_EQ(request.error, "");
  EXPECT_EQ(request.id, "\"a\ufffd\"");
  EXPECT_EQ(request.page.bytes, "<p>cut \ufffd here");
}

TEST(BatchRequest, ABadByteSpoilsOnlyItsCharacter) {
  const auto request = read("{\"url\":\"http://a/\xff\",\"id\":\"a\xff\",\"html\":\"<p>x\"}");
  EXPECT_EQ(request.error, "");
  EXPECT_EQ(request.id, "\"a\ufffd\"");
  EXPECT_EQ(request.page.bytes, "<p>x");
}

TEST(BatchRequest, TakesBytesAsTheyAre) {
  const auto request = read(R"({"id":3,"url":null,"html_base64":"PHA+6Q==","content_type":"text/html"})");
  EXPECT_EQ(request.error, "");
  EXPECT_EQ(request.id, "3");
  EXPECT_EQ(request.page.url, "");
  EXPECT_EQ(request.page.bytes, "<p>\xe9");
  EXPECT_EQ(request.page.header("content-type"), "text/html");
}

TEST(BatchRequest, ReadsAFileGzipOrNot) {
  const TemporaryFolder folder;
  const std::string path = folder.write("page.gz", gzip_bytes("<p>hello"));
  const auto request = read("{\"id\":\"f\",\"path\":\"" + path + "\"}");
  EXPECT_EQ(request.error, "");
  EXPECT_EQ(request.page.bytes, "<p>hello");
}

TEST(BatchRequest, TakesStatusHeadersAndTime) {
  const auto request =
      read(R"({"html":"x","status":404,"headers":{"X-A":"b"},"fetched_at":"2025-08-01T00:00:00Z"})");
  EXPECT_EQ(request.page.status, 404);
  EXPECT_EQ(request.page.header("x-a"), "b");
  EXPECT_EQ(request.page.fetched_at, "2025-08-01T00:00:00Z");
}

TEST(BatchRequest, SaysWhatIsWrongAndInWhichLine) {
  EXPECT_EQ(read(R"({"id":"a"})").error,
            "line 7: no page in it: one of 'html', 'html_base64' and 'path' is needed");
  EXPECT_EQ(read(R"({"html":"x","path":"y"})").error,
            "line 7: only one of 'html', 'html_base64' and 'path' can be given");
  EXPECT_EQ(read(R"({"html":5})").error, "line 7: 'html' is not a string");
  EXPECT_EQ(read(R"({"html":"x","url":5})").error, "line 7: 'url' is not a string");
  EXPECT_EQ(read(R"({"html":"x","status":"200"})").error, "line 7: 'status' is not a whole number");
  EXPECT_EQ(read(R"({"html":"x","headers":{"A":1}})").error, "line 7: 'headers.A' is not a string");
  EXPECT_EQ(read(R"({"html_base64":"?"})").error, "line 7: 'html_base64' is not Base64");
  EXPECT_EQ(read(R"({"path":"no/such/page"})").error, "line 7: no/such/page: no such file");
  EXPECT_EQ(read(R"({"path":"no/such/page"})").unread, "no such file");
  EXPECT_EQ(read(R"({"html":7})").unread, "") << "wrong whatever is there";
  EXPECT_EQ(read(R"({"path":"/dev/zero"})").error, "line 7: /dev/zero: not a regular file");
  EXPECT_EQ(read(R"({"id":[1],"html":"x"})").error, "line 7: 'id' is neither a string nor a number");
  EXPECT_EQ(read("[1]").error, "line 7: not a JSON object");
  EXPECT_EQ(read("hello").error.rfind("line 7: not JSON at column 1", 0), 0U);
}

TEST(BatchRequest, FindsTheIdOfABrokenLine) {
  EXPECT_EQ(read(R"({"id":"a1","html":"<p>)").id, "\"a1\"");
  EXPECT_NE(read(R"({"id":"a1","html":"<p>)").error, "");
  EXPECT_EQ(read(R"({"meta":{"id":"inner"},"id":12,"html")").id, "12");
  EXPECT_EQ(read(R"({"meta":{"id":"inner")").id, "");
}

TEST(BatchRequest, FindsTheIdOfALineThatIsTooLong) {
  const auto request = read_batch_request({R"({"id":"long","html":"<p>aaaa)", 2, true}, Limits{});
  EXPECT_EQ(request.id, "\"long\"");
  EXPECT_EQ(request.error, "line 2: longer than a line may be");
}

TEST(BatchRequest, DoesNotFollowDepthByRecursion) {
  EXPECT_NE(read(std::string(2'000'000, '[')).error, "");
  EXPECT_NE(read("{\"a\":" + std::string(2'000'000, '[')).error, "");
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(read("{\"html\":\"x\",\"a\":" + deep + "}").error, "");
}

TEST(BatchRequest, KnowsBlankLines) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\r"));
  EXPECT_FALSE(is_blank(" {"));
}

}  // namespace
}  // namespace pith
