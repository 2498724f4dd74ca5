#include "core/fetch/url_credentials.hpp"

#include <gtest/gtest.h>

#include "core/fetch/target.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "pith/error.hpp"
#include "tests/core/fetch/polite_fetch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

/// Of "user:secret".
constexpr const char* basic = "Basic dXNlcjpzZWNyZXQ=";

std::string with_password(std::string url) {
  return url.insert(url.find("//") + 2, "user:secret@");
}

TEST(UrlCredentials, AreThoseOfAUrl) {
  const auto found = UrlCredentials::of("https://us%40er:s%3Acret@Example.com:443/feed");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->origin, "https://example.com");
  EXPECT_EQ(found->user, "us@er");
  EXPECT_EQ(found->password, "s:cret");
  EXPECT_EQ(UrlCredentials::of("http://user@a.example/")->password, "");
  for (const char* url :
       {"https://example.com/", "https://example.com/@user", "no URL", "", "http://user:x@/"}) {
    EXPECT_FALSE(UrlCredentials::of(url)) << url;
  }
}

TEST_F(PoliteFetcherTest, SendsAPasswordToTheOriginItIsFor) {
  const ScriptedServer other(always(ok("other")));
  const ScriptedServer server(site({{"/robots.txt", always(ok(""))},
                                    {"/page", always(ok("page"))},
                                    {"/away", always(http_redirect(other.url("/there")))}}));
  FetchPolicy policy = with_robots();
  policy.credentials = {*UrlCredentials::of(with_password(server.url("/feed")))};
  PoliteFetcher fetcher(policy);
  fetcher.submit({1, server.url("/page"), "", ""});
  outcome_of(fetcher);
  fetcher.submit({2, server.url("/away"), "", ""});
  EXPECT_EQ(outcome_of(fetcher).page->bytes, "other");
  for (const ScriptedRequest& request : server.requests()) {
    EXPECT_EQ(request.header("Authorization"), basic) << request.path;
  }
  for (const ScriptedRequest& request : other.requests()) {
    EXPECT_EQ(request.header("Authorization"), "") << request.path;
  }
}

TEST_F(PoliteFetcherTest, SendsNoPasswordThatAPageNames) {
  const ScriptedServer server([](const ScriptedRequest& request) -> ScriptedReply {
    return request.path == "/there"
               ? ok("there")
               : http_redirect("http://user:secret@" + request.header("Host") + "/there");
  });
  const FetchOutcome outcome = fetch(with_password(server.url("/page")), quick());
  ASSERT_EQ(outcome.end, FetchEnd::fetched) << outcome.reason;
  EXPECT_EQ(outcome.page->final_url, server.url("/there"));
  for (const ScriptedRequest& request : server.requests()) {
    EXPECT_EQ(request.header("Authorization"), "") << request.path;
  }
}

TEST_F(PoliteFetcherTest, TakesPasswordsOutOfAFile) {
  const TemporaryFolder folder;
  const ScriptedServer server(always(ok("page")));
  FetchPolicy policy = quick();
  policy.netrc = folder.write("netrc", "machine 127.0.0.1 login user password secret\n");
  EXPECT_EQ(fetch(server.url("/"), policy).end, FetchEnd::fetched);
  EXPECT_EQ(server.requests().at(0).header("Authorization"), basic);
  policy.credentials = {{Target::of(server.url("/")).origin, "another", "one"}};
  EXPECT_EQ(fetch(server.url("/"), policy).end, FetchEnd::fetched);
  EXPECT_EQ(server.requests().at(1).header("Authorization"), "Basic YW5vdGhlcjpvbmU=");
}

// Whoever writes a redirect could have them sent in the clear, of a host that is asked over https.
TEST_F(PoliteFetcherTest, SendsNoPasswordOfAFileInTheClearToWhereARedirectLeads) {
  const TemporaryFolder folder;
  const ScriptedServer other(site({{"/robots.txt", always(ok(""))}, {"/there", always(ok("other"))}}));
  const ScriptedServer server(
      site({{"/robots.txt", always(ok(""))}, {"/away", always(http_redirect(other.url("/there")))}}));
  FetchPolicy policy = with_robots();
  policy.netrc = folder.write("netrc", "machine 127.0.0.1 login user password secret\n");
  EXPECT_EQ(fetch(server.url("/away"), policy).page->bytes, "other");
  EXPECT_EQ(server.requests("/robots.txt").at(0).header("Authorization"), "");
  EXPECT_EQ(server.requests("/away").at(0).header("Authorization"), basic);
  EXPECT_EQ(other.requests("/robots.txt").at(0).header("Authorization"), "");
  EXPECT_EQ(other.requests("/there").at(0).header("Authorization"), "");
}

TEST(UrlFetcher, SendsThePasswordAndKeepsItToItself) {
  const ScriptedServer server([](const ScriptedRequest& request) -> ScriptedReply {
    if (request.path == "/gone") return http_answer(404, "", "");
    if (request.path == "/there") return http_ok("there");
    return http_redirect("http://user:secret@" + request.header("Host") + "/there");
  });
  const Page page = UrlFetcher().fetch(with_password(server.url("/page")));
  EXPECT_EQ(server.requests().at(0).header("Authorization"), basic);
  EXPECT_EQ(page.url, server.url("/page"));
  EXPECT_EQ(page.final_url, server.url("/there"));
  for (const std::string& url :
       {server.url("/gone"), std::string("http://127.0.0.1:1/"), std::string("ftp://a.b/")}) {
    try {
      UrlFetcher().fetch(with_password(url));
      FAIL() << url;
    } catch (const Error& error) {
      EXPECT_EQ(error.where(), url);
      EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace pith
