#include "core/fetch/url_fetcher.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "pith/error.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/scripted_server.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::string problem_of(const std::string& url, const FetchLimits& limits = {}) {
  try {
    UrlFetcher(limits).fetch(url);
  } catch (const Error& error) {
    return error.problem();
  }
  return "no error";
}

TEST(LooksLikeUrl, NeedsASchemeBeforeTheSlashes) {
  EXPECT_TRUE(looks_like_url("https://example.com"));
  EXPECT_TRUE(looks_like_url("ftp://example.com"));
  EXPECT_FALSE(looks_like_url("page.html"));
  EXPECT_FALSE(looks_like_url("folder/a://b"));
  EXPECT_FALSE(looks_like_url("://"));
}

TEST(UrlFetcher, GivesBodyStatusAndHeaders) {
  const ScriptedServer server(
      [](const ScriptedRequest&) { return http_ok("<p>hello", "Content-Type: text/html; charset=gbk\r\n"); });
  const Page page = UrlFetcher().fetch(server.url("/story"));
  EXPECT_EQ(page.bytes, "<p>hello");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("content-type"), "text/html; charset=gbk");
  EXPECT_EQ(page.url, server.url("/story"));
  EXPECT_EQ(page.final_url, "");
  EXPECT_EQ(page.fetched_at.size(), 20U);
}

TEST(UrlFetcher, SaysWhoItIs) {
  const ScriptedServer server([](const ScriptedRequest&) { return http_ok("x"); });
  UrlFetcher().fetch(server.url("/"));
  EXPECT_NE(server.last_request().find("User-Agent: Pith/"), std::string::npos) << server.last_request();
}

TEST(UrlFetcher, UndoesCompression) {
  const ScriptedServer server(
      [](const ScriptedRequest&) { return http_ok(gzip_bytes("<p>packed"), "Content-Encoding: gzip\r\n"); });
  EXPECT_EQ(UrlFetcher().fetch(server.url("/")).bytes, "<p>packed");
}

TEST(UrlFetcher, FollowsRedirectsAndKeepsTheFinalHeadersOnly) {
  const ScriptedServer server([](const ScriptedRequest& request) {
    return request.path == "/new" ? http_ok("there") : http_redirect("/new");
  });
  const Page page = UrlFetcher().fetch(server.url("/old"));
  EXPECT_EQ(page.url, server.url("/old"));
  EXPECT_EQ(page.final_url, server.url("/new"));
  EXPECT_EQ(page.bytes, "there");
  EXPECT_EQ(page.header("X-Hop"), "");
}

TEST(UrlFetcher, EndsARedirectLoop) {
  const ScriptedServer server([](const ScriptedRequest&) { return http_redirect("/again"); });
  EXPECT_EQ(problem_of(server.url("/")), "redirected more than 10 times");
}

TEST(UrlFetcher, IsNotSentToFilesOrOtherProtocols) {
  const TemporaryFolder folder;
  const std::string secret = "file://" + folder.write("secret.html", "secret");
  const ScriptedServer server([&](const ScriptedRequest& request) {
    return http_redirect(request.path == "/file" ? secret : "ftp://127.0.0.1/x");
  });
  EXPECT_EQ(problem_of(server.url("/file")),
            "redirected to '" + secret + "', and only http and https are followed");
  EXPECT_EQ(problem_of(server.url("/ftp")),
            "redirected to 'ftp://127.0.0.1/x', and only http and https are followed");
}

TEST(UrlFetcher, ReadsFilesThatAreAskedFor) {
  const TemporaryFolder folder;
  EXPECT_EQ(UrlFetcher().fetch("file://" + folder.write("a.html", "<p>a")).bytes, "<p>a");
  EXPECT_EQ(problem_of("file:///no/such/page.html"), "no such file, or it may not be read");
}

TEST(UrlFetcher, RefusesOtherProtocols) {
  EXPECT_EQ(problem_of("ftp://example.com/"), "not a URL that is fetched: only http, https and file are");
  EXPECT_EQ(problem_of("gopher://example.com/"), "not a URL that is fetched: only http, https and file are");
}

TEST(UrlFetcher, NamesTheStatusOfAnErrorPage) {
  const ScriptedServer server([](const ScriptedRequest&) {
    return std::string("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone");
  });
  EXPECT_EQ(problem_of(server.url("/")), "the server answered with status 404");
}

TEST(UrlFetcher, ReadsNoMoreThanTheLimitEvenOfCompressedData) {
  const ScriptedServer server([](const ScriptedRequest&) {
    return http_ok(gzip_bytes(std::string(20'000'000, 'a')), "Content-Encoding: gzip\r\n");
  });
  FetchLimits limits;
  limits.bytes = 1000;
  EXPECT_EQ(UrlFetcher(limits).fetch(server.url("/")).bytes, std::string(1000, 'a'));
}

TEST(UrlFetcher, DoesNotWaitForever) {
  const ScriptedServer server([](const ScriptedRequest&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    return http_ok("late");
  });
  FetchLimits limits;
  limits.total = std::chrono::milliseconds(150);
  EXPECT_EQ(problem_of(server.url("/"), limits), "no complete answer within 150 ms");
}

TEST(UrlFetcher, SaysThatAnAnswerBreaksOff) {
  const ScriptedServer server([](const ScriptedRequest&) {
    return std::string("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
  });
  EXPECT_EQ(problem_of(server.url("/")), "the answer breaks off");
}

TEST(UrlFetcher, SaysThatACompressedBodyEndsTooEarlyOrIsDamaged) {
  const std::string body = gzip_bytes("<p>a text, another text");
  const ScriptedServer server([&](const ScriptedRequest& request) {
    const std::string gzip = "Content-Encoding: gzip\r\n";
    if (request.path == "/early") return http_ok(body.substr(0, body.size() - 9), gzip);
    return request.path == "/empty" ? http_ok("", gzip) : http_ok("<p>no gzip", gzip);
  });
  EXPECT_EQ(problem_of(server.url("/early")), "the compressed body ends too early");
  EXPECT_EQ(problem_of(server.url("/plain")),
            "the compressed answer is damaged: it does not begin as gzip does");
  EXPECT_EQ(UrlFetcher().fetch(server.url("/empty")).bytes, "");
}

TEST(UrlFetcher, SaysThatNobodyAnswers) {
  EXPECT_EQ(problem_of("http://127.0.0.1:1/"), "nothing answers at 127.0.0.1:1");
  EXPECT_EQ(problem_of("http://no-such-host.invalid/"),
            "no host of the name 'no-such-host.invalid' is known");
  EXPECT_EQ(problem_of("http://"), "not a valid URL");
}

TEST(UrlFetcher, KeepsHeadersInBounds) {
  const ScriptedServer server([](const ScriptedRequest&) {
    std::string headers;
    for (int i = 0; i < 1000; ++i) headers += "X-" + std::to_string(i) + ": a\r\n";
    return http_ok("x", headers);
  });
  EXPECT_LE(UrlFetcher().fetch(server.url("/")).headers.size(), 200U);
}

}  // namespace
}  // namespace pith
