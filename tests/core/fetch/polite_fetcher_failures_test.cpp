#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/fetch/polite_fetch.hpp"
#include "tests/support/brotli_bytes.hpp"
#include "tests/support/deflate_bytes.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, NamesTheStatusOfAnErrorPageAndAsksOnce) {
  for (const int status : {400, 401, 403, 404, 410, 501}) {
    const ScriptedServer server(always(http_answer(status, "", "no")));
    const FetchOutcome outcome = fetch(server.url("/"), quick());
    EXPECT_EQ(outcome.end, FetchEnd::failed);
    EXPECT_EQ(outcome.reason, "the server answered with status " + std::to_string(status));
    EXPECT_EQ(outcome.http_status, status);
    EXPECT_EQ(server.requests().size(), 1U) << status;
  }
}

TEST_F(PoliteFetcherTest, TriesAgainWhatMaySucceed) {
  const ScriptedReply cases[] = {
      http_answer(503, "", "busy"),
      http_answer(500, "", "oops"),
      {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", Then::close},
      {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this", Then::reset},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", Then::close},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n", Then::close},
      {"", Then::close},
      {"", Then::reset},
  };
  for (const ScriptedReply& wrong : cases) {
    const ScriptedServer server(first(2, wrong, ok("well")));
    const FetchOutcome outcome = fetch(server.url("/"), quick());
    ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason << " " << wrong.bytes;
    EXPECT_EQ(outcome.page->bytes, "well");
    // Over a connection that was used before, libcurl itself asks again once.
    EXPECT_GE(outcome.attempts.size(), 2U) << wrong.bytes;
    EXPECT_EQ(outcome.attempts.back().outcome, "fetched");
    EXPECT_NE(outcome.attempts.front().detail, "") << wrong.bytes;
  }
}

/// A body of which the end is missing, although its length is as the header says.
ScriptedReply cut_body(const std::string& coding, const std::string& body, int status = 200) {
  const std::string headers = "Content-Encoding: " + coding + "\r\nLocation: /there\r\n";
  return http_answer(status, headers, body.substr(0, body.size() - 9));
}

// A cache that broke off sends what it has with its length: only the compressed data tell.
TEST_F(PoliteFetcherTest, NoticesThatACompressedBodyEndsTooEarly) {
  const std::string text = "<p>a text, another text, and one that is the last text";
  for (const auto& [coding, body] : {std::pair{"gzip", gzip_bytes(text)},
                                     {"deflate", zlib_bytes(text)},
                                     {"br", brotli_bytes(text)},
                                     {"zstd", zstd_bytes(text)},
                                     {"gzip, br", brotli_bytes(gzip_bytes(text))}}) {
    const std::string headers = std::string("Content-Encoding: ") + coding + "\r\n";
    const ScriptedServer server(first(2, cut_body(coding, body), http_answer(200, headers, body)));
    const FetchOutcome outcome = fetch(server.url("/"), quick());
    ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason << ' ' << coding;
    EXPECT_EQ(outcome.page->bytes, text) << coding;
    EXPECT_EQ(outcomes_of_attempts(outcome), (Names{"truncated", "truncated", "fetched"})) << coding;
    EXPECT_EQ(outcome.attempts.front().detail, "the compressed body ends too early");
  }
  const ScriptedServer server(always(cut_body("gzip", gzip_bytes(text))));
  const FetchOutcome outcome = fetch(server.url("/"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "the compressed body ends too early (tried 4 times)");
}

TEST_F(PoliteFetcherTest, MindsOnlyTheBodiesThatItReads) {
  const std::string body = gzip_bytes("<p>a text, another text");
  const ScriptedServer server(
      site({{"/old", always(cut_body("gzip", body, 301))},
            {"/gone", always(cut_body("gzip", body, 404))},
            {"/nonsense", always(http_answer(404, "Content-Encoding: gzip\r\n", "no"))},
            {"/there", always(ok("well"))}}));
  EXPECT_EQ(fetch(server.url("/old"), quick()).page->bytes, "well");
  EXPECT_EQ(fetch(server.url("/gone"), quick()).reason, "the server answered with status 404");
  EXPECT_EQ(fetch(server.url("/nonsense"), quick()).reason, "the server answered with status 404");
}

TEST_F(PoliteFetcherTest, TakesBodiesThatAreOddButWhole) {
  const std::string packed = gzip_bytes("<p>packed");
  const ScriptedServer server(
      site({{"/empty", always(http_answer(200, "Content-Encoding: gzip\r\n", ""))},
            {"/garbage", always(http_answer(200, "Content-Encoding: gzip\r\n", packed + "\n<!-- x -->"))},
            {"/members", always(http_answer(200, "Content-Encoding: x-gzip\r\n", packed + packed))},
            {"/charset", always(http_answer(200, "Content-Encoding: UTF-8\r\n", "<p>plain"))}}));
  EXPECT_EQ(fetch(server.url("/empty"), quick()).page->bytes, "");
  EXPECT_EQ(fetch(server.url("/garbage"), quick()).page->bytes, "<p>packed");
  EXPECT_EQ(fetch(server.url("/members"), quick()).page->bytes, "<p>packed<p>packed");
  EXPECT_EQ(fetch(server.url("/charset"), quick()).page->bytes, "<p>plain");
}

TEST_F(PoliteFetcherTest, SaysThatACompressedBodyIsDamaged) {
  std::string damaged = gzip_bytes("<p>a text, another text");
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 0x55);  // in the check sum
  const ScriptedServer server(always(http_answer(200, "Content-Encoding: gzip\r\n", damaged)));
  const FetchOutcome outcome = fetch(server.url("/"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "the compressed answer is damaged: incorrect data check");
  EXPECT_EQ(outcomes_of_attempts(outcome), Names{"encoding"});
}

TEST_F(PoliteFetcherTest, AsksForTheCompressionThatItUndoes) {
  const ScriptedServer server(always(ok("x")));
  fetch(server.url("/"), quick());
  EXPECT_EQ(server.requests().at(0).header("Accept-Encoding"), "gzip, deflate, br, zstd");
  FetchPolicy policy = quick();
  policy.headers = {"accept-encoding: identity"};
  fetch(server.url("/"), policy);
  EXPECT_EQ(server.requests().at(1).header("Accept-Encoding"), "");
  EXPECT_EQ(server.requests().at(1).header("accept-encoding"), "identity");
}

TEST_F(PoliteFetcherTest, GivesUpAfterAsManyTriesAsItMayMake) {
  const ScriptedServer server(always(http_answer(502, "", "")));
  FetchPolicy policy = quick();
  policy.tries = 3;
  const FetchOutcome outcome = fetch(server.url("/"), policy);
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "the server answered with status 502 (tried 3 times)");
  EXPECT_EQ(outcomes_of_attempts(outcome), (Names{"status", "status", "status"}));
  EXPECT_EQ(server.requests().size(), 3U);
}

TEST_F(PoliteFetcherTest, SaysWhatIsWrongWithATransfer) {
  FetchPolicy policy = quick();
  policy.tries = 1;
  const auto reason = [&](const ScriptedReply& reply) {
    const ScriptedServer server(always(reply));
    const FetchOutcome outcome = fetch(server.url("/"), policy);
    return outcome.attempts.at(0).outcome + ": " + outcome.reason;
  };
  EXPECT_EQ(reason({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", Then::close}),
            "truncated: the answer breaks off");
  EXPECT_EQ(reason({"", Then::close}), "reset: the server closed the connection without an answer");
  EXPECT_EQ(reason({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", Then::reset}).substr(0, 28),
            "reset: the connection broke:");
}

TEST_F(PoliteFetcherTest, SaysThatNobodyAnswers) {
  FetchPolicy policy = quick();
  policy.tries = 2;
  const FetchOutcome outcome = fetch("http://127.0.0.1:1/", policy);
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "nothing answers at 127.0.0.1:1 (tried 2 times)");
  EXPECT_EQ(outcomes_of_attempts(outcome), (Names{"connect", "connect"}));
}

TEST_F(PoliteFetcherTest, SaysWhatIsNoUrl) {
  EXPECT_EQ(fetch("page.html", quick()).reason, "not a valid URL");
  EXPECT_EQ(fetch("page.html", quick()).end, FetchEnd::failed);
  EXPECT_EQ(fetch("ftp://a.example/", quick()).reason, "only http and https are fetched");
  EXPECT_EQ(fetch("http://a.example/" + std::string(9'000, 'a'), quick()).reason,
            "longer than 8192 bytes, which no address of a page is");
}

TEST_F(PoliteFetcherTest, WaitsForNoServerForever) {
  FetchPolicy policy = quick();
  policy.tries = 1;
  policy.stall_timeout = milliseconds(100);
  const ScriptedServer silent(always({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal", Then::silence}));
  const FetchOutcome stalled = fetch(silent.url("/"), policy);
  EXPECT_EQ(stalled.end, FetchEnd::failed);
  EXPECT_EQ(stalled.reason, "not a byte within 100 ms");
  EXPECT_EQ(outcomes_of_attempts(stalled), Names{"timeout"});

  policy.stall_timeout = seconds(10);
  policy.total_timeout = milliseconds(120);
  const ScriptedServer never(always({"", Then::silence}));
  EXPECT_EQ(fetch(never.url("/"), policy).reason, "no complete answer within 120 ms");
}

TEST_F(PoliteFetcherTest, TakesNoHeadersWithoutEnd) {
  ScriptedReply endless("HTTP/1.1 200 OK\r\n");
  endless.repeated = "X-More: " + std::string(1'000, 'a') + "\r\n";
  const ScriptedServer server(always(endless));
  const FetchOutcome outcome = fetch(server.url("/"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "sends more than 262144 bytes of headers");
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(PoliteFetcherTest, ReadsOneByteMoreThanAllowedSoThatTheCutIsSeen) {
  ScriptedReply endless("HTTP/1.1 200 OK\r\n\r\n");
  endless.repeated = std::string(10'000, 'a');
  const ScriptedServer server(always(endless));
  FetchPolicy policy = quick();
  policy.bytes = 50'000;
  const FetchOutcome outcome = fetch(server.url("/"), policy);
  ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
  EXPECT_EQ(outcome.page->bytes.size(), 50'001U);
}

TEST_F(PoliteFetcherTest, UndoesCompressionButNotThatOfABomb) {
  const std::string packed = gzip_bytes("<p>packed");
  const std::string bomb = gzip_bytes(std::string(12'000'000, 'a'));
  const ScriptedServer server(
      site({{"/page", always(http_answer(200, "Content-Encoding: gzip\r\n", packed))},
            {"/bomb", always(http_answer(200, "Content-Encoding: gzip\r\n", bomb))}}));
  EXPECT_EQ(fetch(server.url("/page"), quick()).page->bytes, "<p>packed");
  const FetchOutcome outcome = fetch(server.url("/bomb"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "unpacks to more than 200 times its size, as decompression bombs do");
  EXPECT_EQ(server.count("/bomb"), 1U);
  EXPECT_LT(outcome.attempts[0].bytes, 6'000'000U) << "noticed on the way";
  FetchPolicy trusting = quick();
  trusting.compression_ratio = 2'000;
  EXPECT_EQ(fetch(server.url("/bomb"), trusting).end, FetchEnd::fetched);
}

}  // namespace
}  // namespace pith
