#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, AsksForRobotsTxtOnceAndKeepsToIt) {
  const ScriptedServer server(site({{"/robots.txt", robots_txt("User-agent: *\nDisallow: /private")},
                                    {"/a", always(ok("a"))},
                                    {"/b", always(ok("b"))},
                                    {"/private", always(ok("secret"))}}));
  PoliteFetcher fetcher(with_robots());
  for (const char* path : {"/a", "/b", "/private"}) fetcher.submit({1, server.url(path), "", ""});
  std::map<FetchEnd, int> ends;
  for (int i = 0; i < 3; ++i) {
    const FetchOutcome outcome = outcome_of(fetcher);
    ++ends[outcome.end];
    if (outcome.end != FetchEnd::refused) continue;
    EXPECT_EQ(outcome.reason, "the robots.txt of " + server.url("") + " disallows it");
    EXPECT_TRUE(outcome.attempts.empty());
  }
  EXPECT_EQ(ends[FetchEnd::fetched], 2);
  EXPECT_EQ(ends[FetchEnd::refused], 1);
  EXPECT_EQ(server.count("/robots.txt"), 1U);
  EXPECT_EQ(server.count("/private"), 0U);
  EXPECT_EQ(server.requests()[0].path, "/robots.txt");
}

TEST_F(PoliteFetcherTest, OutlivesAHostWhoseRobotsTxtHasNoUrl) {
  const std::string monster = "http://" + std::string(8'180, 'a') + "/";
  const ScriptedServer server(
      site({{"/away", always(http_redirect(monster))}, {"/page", always(ok("still here"))}}));
  PoliteFetcher fetcher(with_robots());
  for (const std::string& url : {monster, server.url("/away")}) {
    fetcher.submit({1, url, "", ""});
    const FetchOutcome outcome = outcome_of(fetcher);
    EXPECT_EQ(outcome.end, FetchEnd::failed);
    EXPECT_NE(outcome.reason.find("the name of its host is longer"), std::string::npos) << outcome.reason;
  }
  fetcher.submit({2, server.url("/page"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
}

TEST_F(PoliteFetcherTest, GoesByItsOwnNameInRobotsTxt) {
  const ScriptedServer server(
      site({{"/robots.txt", robots_txt("User-agent: my-bot\nDisallow: /")}, {"/", always(ok("x"))}}));
  EXPECT_EQ(fetch(server.url("/"), with_robots()).end, FetchEnd::fetched);
  FetchPolicy named = with_robots();
  named.user_agent = "My-Bot/2.0";
  EXPECT_EQ(fetch(server.url("/"), named).end, FetchEnd::refused);
}

// RFC 9309, section 2.3.1.3: where there is no robots.txt everything may be fetched.
TEST_F(PoliteFetcherTest, FetchesWhereThereIsNoRobotsTxt) {
  for (const int status : {400, 401, 403, 404, 410}) {
    const ScriptedServer server(
        site({{"/robots.txt", always(http_answer(status, "", "User-agent: *\nDisallow: /"))},
              {"/", always(ok("x"))}}));
    EXPECT_EQ(fetch(server.url("/"), with_robots()).end, FetchEnd::fetched) << status;
    EXPECT_EQ(server.count("/robots.txt"), 1U) << status;
  }
}

// RFC 9309, section 2.3.1.4: where it cannot be had, nothing. Google: nor after 429.
TEST_F(PoliteFetcherTest, FetchesNothingWhereRobotsTxtCannotBeHad) {
  for (const int status : {429, 500, 503}) {
    const ScriptedServer server(
        site({{"/robots.txt", always(http_answer(status, "", ""))}, {"/", always(ok("x"))}}));
    FetchPolicy policy = with_robots();
    policy.tries = 2;
    const FetchOutcome outcome = fetch(server.url("/"), policy);
    EXPECT_EQ(outcome.end, FetchEnd::postponed) << status;
    EXPECT_EQ(outcome.reason,
              "the robots.txt of " + server.url("") +
                  " cannot be read, so nothing is fetched there: the server answered with status " +
                  std::to_string(status));
    EXPECT_GT(outcome.not_before_ms, 1'700'000'000'000);
    EXPECT_EQ(server.count("/robots.txt"), 2U) << status;
    EXPECT_EQ(server.count("/"), 0U);
  }
}

TEST_F(PoliteFetcherTest, TriesAgainForRobotsTxt) {
  const auto rules = http_answer(200, "", "User-agent: *\nDisallow: /no");
  const ScriptedServer server(
      site({{"/robots.txt",
             first(1, {"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *", Then::close}, rules)},
            {"/no", always(ok("x"))}}));
  EXPECT_EQ(fetch(server.url("/no"), with_robots()).end, FetchEnd::refused);
  EXPECT_EQ(server.count("/robots.txt"), 2U);
}

TEST_F(PoliteFetcherTest, AHostThatIsNotThereFailsItsPages) {
  FetchPolicy policy = with_robots();
  policy.tries = 2;
  const FetchOutcome outcome = fetch("http://127.0.0.1:1/page", policy);
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "nothing answers at 127.0.0.1:1");
}

// RFC 9309, section 2.3.1.2.
TEST_F(PoliteFetcherTest, FollowsFiveRedirectsOfRobotsTxt) {
  for (const auto& [hops, end] : {std::pair{5, FetchEnd::refused}, std::pair{6, FetchEnd::fetched}}) {
    const ScriptedServer server([hops = hops](const ScriptedRequest& request) -> ScriptedReply {
      if (request.path == "/") return ok("x");
      const int hop = request.path == "/robots.txt" ? 0 : std::stoi(request.path.substr(1));
      if (hop == hops) return http_answer(200, "", "User-agent: *\nDisallow: /");
      return http_redirect("/" + std::to_string(hop + 1));
    });
    EXPECT_EQ(fetch(server.url("/"), with_robots()).end, end) << hops;
  }
}

TEST_F(PoliteFetcherTest, AsksTheSiteThatItIsRedirectedToAsWell) {
  const ScriptedServer other(
      site({{"/robots.txt", robots_txt("User-agent: *\nDisallow: /")}, {"/page", always(ok("x"))}}));
  const ScriptedServer server(site({{"/", always(http_redirect(other.url("/page")))}}));
  const FetchOutcome outcome = fetch(server.url("/"), with_robots());
  EXPECT_EQ(outcome.end, FetchEnd::refused);
  EXPECT_EQ(outcome.reason, "redirected to '" + other.url("/page") + "': the robots.txt of " + other.url("") +
                                " disallows it");
  EXPECT_EQ(other.count("/page"), 0U);
}

TEST_F(PoliteFetcherTest, KeepsToTheCrawlDelay) {
  const ScriptedServer server(
      site({{"/robots.txt", robots_txt("User-agent: *\nCrawl-delay: 0.2")}, {"/", always(ok("x"))}}));
  PoliteFetcher fetcher(with_robots());
  for (std::uint64_t i = 0; i < 3; ++i) fetcher.submit({i, server.url("/"), "", ""});
  for (int i = 0; i < 3; ++i) outcome_of(fetcher);
  const auto requests = server.requests("/");
  EXPECT_GE(requests.at(1).at - requests.at(0).at, milliseconds(195));
  EXPECT_GE(requests.at(2).at - requests.at(1).at, milliseconds(195));
}

TEST_F(PoliteFetcherTest, ReadsARobotsTxtWithoutEndAsFarAsItGoes) {
  ScriptedReply endless("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n");
  endless.repeated = "# and so on\n";
  const ScriptedServer server(
      site({{"/robots.txt", always(endless)}, {"/no", always(ok("x"))}, {"/", always(ok("x"))}}));
  PoliteFetcher fetcher(with_robots());
  fetcher.submit({1, server.url("/no"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::refused);
  fetcher.submit({2, server.url("/"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).end, FetchEnd::fetched);
}

}  // namespace
}  // namespace pith
