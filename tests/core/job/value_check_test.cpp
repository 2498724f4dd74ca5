#include "core/job/value_check.hpp"

#include <gtest/gtest.h>

#include "core/extract/article_kinds.hpp"
#include "core/job/listen_address.hpp"

namespace pith {
namespace {

TEST(ValueCheck, AUrlHasASchemeAndAHost) {
  for (const char* url :
       {"https://www.example.com/feed", "http://127.0.0.1:8080/", "https://b\u00fccher.example/"}) {
    EXPECT_EQ(url_problem(url), "") << url;
  }
  const std::string is_none = "is not an http or https URL";
  EXPECT_EQ(url_problem("www.example.com"), is_none + " (did you mean 'https://www.example.com'?)");
  EXPECT_EQ(url_problem("htps://example.com/a"), is_none + " (did you mean 'https://example.com/a'?)");
  EXPECT_EQ(url_problem("htp:/example.com/a"), is_none + " (did you mean 'http://example.com/a'?)");
  for (const char* url :
       {"", "feed.xml", "saved/feed.xml", "ftp://example.com/", "https://exa mple.com/", "http://"}) {
    EXPECT_EQ(url_problem(url), is_none) << url;
  }
  EXPECT_EQ(url_problem("https://example.com/" + std::string(9'000, 'a')),
            "is longer than a URL may be (8 KiB)");
}

TEST(ValueCheck, WhatIsQuotedOrMeantNamesNoPassword) {
  EXPECT_EQ(in_quotes("user:secret@example.com/feed"), "'example.com/feed'");
  EXPECT_EQ(in_quotes("gopher://user:secret@proxy.example"), "'gopher://proxy.example'");
  EXPECT_EQ(in_quotes("postgres://user:secret@db/news?password=secret"), "'postgresql://db/news'");
  const std::string is_none = "is not an http or https URL";
  EXPECT_EQ(url_problem("user:secret@example.com/feed"),
            is_none + " (did you mean 'https://example.com/feed'?)");
  EXPECT_EQ(url_problem("htps://user:secret@example.com/"),
            is_none + " (did you mean 'https://example.com/'?)");
}

// RFC 9110, sections 5.1 and 5.5.
TEST(ValueCheck, AHeaderHasAToken) {
  EXPECT_EQ(header_value_problem("Accept-Language: en"), "");
  EXPECT_EQ(header_value_problem("X-Empty:"), "");
  for (const char* line :
       {"Accept Language: en", ": en", "Accept", "X: a\r\nY: b", "X: a\x01", "X\u00e4: a", "X(: a"}) {
    EXPECT_EQ(header_value_problem(line).rfind("is no header: ", 0), 0U) << line;
  }
}

TEST(ValueCheck, AHostIsNoUrlAndHasNoPort) {
  for (const char* host :
       {"example.com", "*.example.com", "127.0.0.1", "localhost", "[::1]", "xn--bcher-kva.example"}) {
    EXPECT_EQ(host_pattern_problem(host), "") << host;
  }
  const auto meant = [](const std::string& pattern) {
    const std::string problem = host_pattern_problem(pattern);
    const auto at = problem.find("did you mean '");
    return at == std::string::npos ? problem : problem.substr(at + 14, problem.rfind('\'') - at - 14);
  };
  EXPECT_EQ(meant("https://example.com/a"), "example.com");
  EXPECT_EQ(meant("127.0.0.1:8080"), "127.0.0.1");
  EXPECT_EQ(meant("*.Example.com"), "*.example.com");
  EXPECT_EQ(meant("b\u00fccher.example"), "xn--bcher-kva.example");
  EXPECT_EQ(meant("::1"), "[::1]");
  EXPECT_EQ(meant("example.com/a"), "example.com");
  for (const char* host : {"", "*", "*.", "exa mple.com", "www.*.com"}) {
    EXPECT_EQ(meant(host), "is no host: write example.com, or *.example.com for it and all below") << host;
  }
}

TEST(ValueCheck, APatternMatchesWholeUrls) {
  for (const char* pattern :
       {"*", "*/article/*", "https://www.example.com/*", "http*", "https://*.example.com/*"}) {
    EXPECT_EQ(url_pattern_problem(pattern), "") << pattern;
  }
  const std::string none = "matches no URL, for it is compared with the whole of it";
  EXPECT_EQ(url_pattern_problem("/article/*"), none + " (did you mean '*/article/*'?)");
  EXPECT_EQ(url_pattern_problem("article"), none + " (did you mean '*article*'?)");
  EXPECT_EQ(url_pattern_problem("^https://www.*$"), none + " (did you mean 'https://www*'?)");
  EXPECT_EQ(url_pattern_problem("ftp://*"), none);
  EXPECT_EQ(url_pattern_problem("*a b*"), "has white space in it, which no URL has");
}

TEST(ValueCheck, AKindThatIsNearAnotherIsASlip) {
  for (const std::string& kind : article_kinds()) EXPECT_EQ(kind_problem(kind), "");
  EXPECT_EQ(kind_problem("sumary"), "is no kind of article (did you mean 'summary'?)");
  EXPECT_EQ(kind_problem("interview"), "") << "a plugin may give it";
}

TEST(ValueCheck, MetricsHaveAnAddressAndAPort) {
  for (const char* address :
       {"127.0.0.1:9464", "[::1]:9464", "localhost:1", "0.0.0.0:65535", "host1:80", "m1.example.com:80"}) {
    EXPECT_EQ(listen_problem(address), "") << address;
  }
  for (const char* address :
       {"", "9464", ":9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:0",
        "127.0.0.1:80,127.0.0.1:81", "256.0.0.0:9472", "999.1.1.1:9464", "1.2.3:80", "10:80", "0x7f.1:80",
        "127.0.0.1.:80", "::1:9464", "[x]:1", "127.0.0.1:80s", "http://127.0.0.1:1"}) {
    EXPECT_NE(listen_problem(address), "") << address;
  }
  EXPECT_EQ(ListenAddress::parse("[::1]:9464")->host, "::1");
}

}  // namespace
}  // namespace pith
