#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <thread>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, GivesThePage) {
  const ScriptedServer server(site({{"/a", always(http_answer(200, "X-A: b\r\n", "<p>hello"))}}));
  PoliteFetcher fetcher(quick());
  fetcher.submit({7, server.url("/a#part"), "", ""});
  const FetchOutcome outcome = outcome_of(fetcher);
  EXPECT_EQ(outcome.id, 7U);
  ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
  EXPECT_EQ(outcome.page->bytes, "<p>hello");
  EXPECT_EQ(outcome.page->url, server.url("/a#part"));
  EXPECT_EQ(outcome.page->final_url, "");
  EXPECT_EQ(outcome.page->status, 200);
  EXPECT_EQ(outcome.page->header("x-a"), "b");
  EXPECT_EQ(outcome.page->fetched_at.size(), 20U);
  ASSERT_EQ(outcome.attempts.size(), 1U);
  EXPECT_EQ(outcome.attempts[0].outcome, "fetched");
  EXPECT_EQ(outcome.attempts[0].bytes, 8U);
  EXPECT_EQ(outcome.attempts[0].http_status, 200);
  EXPECT_GT(outcome.attempts[0].at_ms, 1'700'000'000'000);
  EXPECT_EQ(fetcher.pending(), 0U);
}

TEST_F(PoliteFetcherTest, GetsManyPagesOverFewConnections) {
  const ScriptedServer server([](const ScriptedRequest& request) { return ok(request.path); });
  PoliteFetcher fetcher(quick());
  for (std::uint64_t i = 0; i < 200; ++i) fetcher.submit({i, server.url("/" + std::to_string(i)), "", ""});
  std::map<std::uint64_t, std::string> bodies;
  for (int i = 0; i < 200; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
    bodies[outcome.id] = outcome.page->bytes;
  }
  ASSERT_EQ(bodies.size(), 200U);
  for (const auto& [id, body] : bodies) EXPECT_EQ(body, "/" + std::to_string(id));
  EXPECT_LE(server.connections(), 4U);
  EXPECT_LE(server.most_at_once(), 4U);
  // The last outcome comes a moment before it is told that nothing is left to do.
  for (int i = 0; i < 500 && fetcher.activity().hosts > 0; ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(fetcher.activity().hosts, 0U);
  EXPECT_GE(fetcher.activity().received, 200U);
}

TEST_F(PoliteFetcherTest, SaysWhoItIsAndSendsWhatItIsTold) {
  const ScriptedServer server(always(ok("x")));
  FetchPolicy policy = quick();
  policy.contact = "editor@a.example";
  policy.headers = {"Accept-Language: de"};
  fetch(server.url("/"), policy);
  EXPECT_NE(server.last_request().find("User-Agent: Pith/"), std::string::npos) << server.last_request();
  EXPECT_NE(server.last_request().find("; editor@a.example)"), std::string::npos) << server.last_request();
  EXPECT_NE(server.last_request().find("Accept-Language: de"), std::string::npos) << server.last_request();
  EXPECT_EQ(server.last_request().find("Cookie"), std::string::npos);
}

TEST_F(PoliteFetcherTest, SendsNoCookiesBackUnlessToldTo) {
  const auto answer = [](const ScriptedRequest&) { return http_answer(200, "Set-Cookie: a=b\r\n", "x"); };
  for (const bool cookies : {false, true}) {
    const ScriptedServer server(answer);
    FetchPolicy policy = quick();
    policy.cookies = cookies;
    PoliteFetcher fetcher(policy);
    for (const char* path : {"/1", "/2"}) {
      fetcher.submit({1, server.url(path), "", ""});
      outcome_of(fetcher);
    }
    EXPECT_EQ(server.requests("/2").at(0).header("Cookie"), cookies ? "a=b" : "");
  }
}

TEST_F(PoliteFetcherTest, AsksWhetherWhatIsKnownIsStillSo) {
  const ScriptedServer server([](const ScriptedRequest& request) {
    return request.header("If-None-Match") == "\"v1\"" ? http_answer(304, "ETag: \"v1\"\r\n", "") : ok("new");
  });
  PoliteFetcher fetcher(quick());
  fetcher.submit({1, server.url("/"), "\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"});
  const FetchOutcome same = outcome_of(fetcher);
  EXPECT_EQ(same.end, FetchEnd::not_modified) << same.reason;
  EXPECT_EQ(same.http_status, 304);
  EXPECT_EQ(server.requests("/")[0].header("If-Modified-Since"), "Sun, 06 Nov 1994 08:49:37 GMT");
  fetcher.submit({2, server.url("/"), "\"v0\"", ""});
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
}

TEST_F(PoliteFetcherTest, AnAnswerOfNotModifiedThatNobodyAskedForIsAFailure) {
  const ScriptedServer server(always(http_answer(304, "", "")));
  const FetchOutcome outcome = fetch(server.url("/"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "the server answered with status 304");
}

TEST_F(PoliteFetcherTest, AValidatorCannotSmuggleInAHeader) {
  const ScriptedServer server(always(ok("x")));
  PoliteFetcher fetcher(quick());
  fetcher.submit({1, server.url("/"), "\"a\"\r\nX-Evil: yes", ""});
  outcome_of(fetcher);
  EXPECT_EQ(server.last_request().find("X-Evil"), std::string::npos);
}

}  // namespace
}  // namespace pith
