#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, FollowsRedirectsAndKeepsTheFinalHeadersOnly) {
  const ScriptedServer server(
      site({{"/old", always(http_redirect("/new#there"))}, {"/new", always(ok("there"))}}));
  const FetchOutcome outcome = fetch(server.url("/old"), quick());
  ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
  EXPECT_EQ(outcome.page->url, server.url("/old"));
  EXPECT_EQ(outcome.page->final_url, server.url("/new"));
  EXPECT_EQ(outcome.page->header("X-Hop"), "");
  EXPECT_EQ(outcomes_of_attempts(outcome), Names{"fetched"});
}

TEST_F(PoliteFetcherTest, EndsACircleOfRedirects) {
  const ScriptedServer server(
      site({{"/a", always(http_redirect("/b"))}, {"/b", always(http_redirect("/a"))}}));
  const FetchOutcome outcome = fetch(server.url("/a"), quick());
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "redirected in a circle, back to '" + server.url("/a") + "'");
  EXPECT_EQ(outcomes_of_attempts(outcome), Names{"redirects"});
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST_F(PoliteFetcherTest, EndsAChainOfRedirectsThatHasNoEnd) {
  const ScriptedServer server(
      [](const ScriptedRequest& request) { return ScriptedReply(http_redirect(request.path + "x")); });
  FetchPolicy policy = quick();
  policy.redirects = 3;
  const FetchOutcome outcome = fetch(server.url("/"), policy);
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason, "redirected more than 3 times");
  EXPECT_EQ(server.requests().size(), 4U);
}

TEST_F(PoliteFetcherTest, IsNotSentToFilesOrOtherProtocols) {
  for (const std::string target : {"file:///etc/passwd", "ftp://a.example/", "gopher://127.0.0.1/"}) {
    const ScriptedServer server(always(http_redirect(target)));
    const FetchOutcome outcome = fetch(server.url("/"), quick());
    EXPECT_EQ(outcome.end, FetchEnd::refused) << target;
    EXPECT_EQ(outcome.reason, "redirected to '" + target + "': only http and https are fetched");
  }
}

TEST_F(PoliteFetcherTest, ARedirectWithoutATargetIsAFailure) {
  const ScriptedServer server(always(http_answer(302, "", "")));
  EXPECT_EQ(fetch(server.url("/"), quick()).reason, "redirected (status 302) without saying where to");
}

TEST_F(PoliteFetcherTest, CredentialsStayWithTheSiteTheyAreFor) {
  const ScriptedServer other(always(ok("x")));
  const ScriptedServer server(always(http_redirect(other.url("/there"))));
  FetchPolicy policy = quick();
  policy.headers = {"Authorization: secret", "X-Other: y"};
  ASSERT_EQ(fetch(server.url("/"), policy).end, FetchEnd::fetched);
  EXPECT_EQ(server.requests()[0].header("Authorization"), "secret");
  EXPECT_EQ(other.requests()[0].header("Authorization"), "");
  EXPECT_EQ(other.requests()[0].header("X-Other"), "y");
}

}  // namespace
}  // namespace pith
