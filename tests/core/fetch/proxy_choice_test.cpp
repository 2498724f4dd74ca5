#include "core/fetch/proxy_choice.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/error_of.hpp"

namespace pith {
namespace {

/// An environment of these variables alone.
ProxyChoice::Environment environment(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  };
}

TEST(ProxyChoice, FollowsTheEnvironment) {
  const ProxyChoice proxies("", environment({{"http_proxy", "http://p:1"}, {"HTTPS_PROXY", "http://p:2"}}));
  EXPECT_EQ(proxies.proxy_for(Target::of("http://example.com/")), "http://p:1");
  EXPECT_EQ(proxies.proxy_for(Target::of("https://example.com/")), "http://p:2");
  const ProxyChoice general("", environment({{"ALL_PROXY", "socks5h://p:3"}, {"HTTP_PROXY", "http://evil"}}));
  EXPECT_EQ(general.proxy_for(Target::of("http://example.com/")), "socks5h://p:3");
  EXPECT_EQ(ProxyChoice("", environment({})).proxy_for(Target::of("http://example.com/")), "");
}

TEST(ProxyChoice, LeavesOutWhatIsExempt) {
  const ProxyChoice proxies(
      "", environment(
              {{"all_proxy", "p:1"}, {"no_proxy", "localhost, .Example.com 10.0.0.0/8,[::1],example.org"}}));
  for (const char* direct : {"http://localhost/", "http://example.com/", "http://a.example.com/",
                             "http://10.1.2.3/", "http://[::1]/", "http://example.org:81/"}) {
    EXPECT_EQ(proxies.proxy_for(Target::of(direct)), "") << direct;
  }
  for (const char* proxied : {"http://notexample.com/", "http://11.0.0.1/", "http://example.net/"}) {
    EXPECT_EQ(proxies.proxy_for(Target::of(proxied)), "p:1") << proxied;
  }
  const ProxyChoice none("", environment({{"all_proxy", "p:1"}, {"NO_PROXY", "*"}}));
  EXPECT_EQ(none.proxy_for(Target::of("http://example.net/")), "");
}

TEST(ProxyChoice, ThePolicysProxyIsForEverything) {
  const ProxyChoice proxies("https://p:443", environment({{"http_proxy", "http://q"}, {"no_proxy", "*"}}));
  EXPECT_EQ(proxies.proxy_for(Target::of("http://example.com/")), "https://p:443");
}

TEST(ProxyChoice, SaysWhatIsNoProxy) {
  EXPECT_EQ(error_of([] { ProxyChoice("ftp://p", environment({})); }),
            "proxy: 'ftp://p' is no proxy: write it as http://host:port; https, socks4, socks4a, socks5 and "
            "socks5h are known, too");
  EXPECT_EQ(error_of([] {
              ProxyChoice("", environment({{"http_proxy", "http://"}}));
            }).substr(0, 34),
            "http_proxy: 'http://' is no proxy:");
}

}  // namespace
}  // namespace pith
