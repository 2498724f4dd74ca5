#include "core/fetch/polite_fetcher.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/fetch/polite_fetch.hpp"

namespace pith {
namespace {

TEST_F(PoliteFetcherTest, ConnectsToNoAddressOfThisMachineUnlessAllowed) {
  const ScriptedServer server(always(ok("secret")));
  const std::string port = std::to_string(server.port());
  FetchPolicy policy = quick();
  policy.allowed_addresses = {};
  for (const std::string host : {"127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0",
                                 "[::1]", "[::ffff:127.0.0.1]", "localhost"}) {
    const FetchOutcome outcome = fetch("http://" + host + ":" + port + "/", policy);
    EXPECT_EQ(outcome.end, FetchEnd::refused) << host;
    EXPECT_NE(outcome.reason.find("address"), std::string::npos) << outcome.reason;
  }
  EXPECT_EQ(server.connections(), 0U);
  policy.private_addresses = true;
  EXPECT_EQ(fetch(server.url("/"), policy).end, FetchEnd::fetched);
}

TEST_F(PoliteFetcherTest, IsNotRedirectedToAPrivateAddress) {
  for (const std::string target : {"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
                                   "http://[fd00::1]/", "http://127.0.0.2/", "http://2852039166/"}) {
    const ScriptedServer server(always(http_redirect(target)));
    const FetchOutcome outcome = fetch(server.url("/"), quick());
    EXPECT_EQ(outcome.end, FetchEnd::refused) << target;
    EXPECT_EQ(outcome.reason.substr(0, 15), "redirected to '") << outcome.reason;
    EXPECT_EQ(outcomes_of_attempts(outcome), Names{"refused"});
  }
}

// A name that means this machine is seen through when it is connected to; there is no request, and no retry.
TEST_F(PoliteFetcherTest, LooksAtTheAddressThatANameResolvesTo) {
  const ScriptedServer server(always(http_redirect("http://localhost:1/")));
  FetchPolicy policy = quick();
  policy.robots = true;
  policy.allowed_addresses = {};
  const FetchOutcome outcome = fetch("http://localhost:" + std::to_string(server.port()) + "/", policy);
  EXPECT_EQ(outcome.end, FetchEnd::refused);
  EXPECT_NE(outcome.reason.find(" is a loopback address"), std::string::npos) << outcome.reason;
  EXPECT_EQ(server.connections(), 0U);
}

TEST_F(PoliteFetcherTest, AsksAProxyForNoAddressThatIsRefused) {
  const ScriptedServer proxy(always(ok("through the proxy")));
  FetchPolicy policy = quick();
  policy.allowed_addresses = {};
  policy.proxy = proxy.url("");
  const FetchOutcome through = fetch("http://a.example/page", policy);
  ASSERT_EQ(through.end, FetchEnd::fetched) << through.reason;
  EXPECT_EQ(through.page->bytes, "through the proxy");
  EXPECT_EQ(proxy.requests()[0].path, "http://a.example/page");
  for (const std::string url : {"http://127.0.0.1/", "http://localhost/", "http://2852039166/",
                                "http://%30x7f.1/", "http://0x7f.1./", "http://127.1/"}) {
    EXPECT_EQ(fetch(url, policy).end, FetchEnd::refused) << url;
  }
  EXPECT_EQ(proxy.requests().size(), 1U);
}

// Not the page's host, which nobody has asked.
TEST_F(PoliteFetcherTest, SaysThatItIsTheProxyThatDoesNotAnswer) {
  FetchPolicy policy = quick();
  policy.proxy = "http://user:secret@127.0.0.1:1";
  const FetchOutcome outcome = fetch("http://a.example/page", policy);
  EXPECT_EQ(outcome.end, FetchEnd::failed);
  EXPECT_EQ(outcome.reason.rfind("the proxy 127.0.0.1:1 does not answer", 0), 0U) << outcome.reason;
  EXPECT_EQ(outcomes_of_attempts(outcome).back(), "proxy");
}

}  // namespace
}  // namespace pith
