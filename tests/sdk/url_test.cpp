#include "pith/url.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <utility>
#include <vector>

namespace pith {
namespace {

constexpr std::string_view rfc_base = "http://a/b/c/d;p?q";

using Examples = std::vector<std::pair<std::string, std::string>>;

// RFC 3986, section 5.4.1, normal examples.
TEST(ResolveUrl, GivesTheNormalExamplesOfRfc3986) {
  const Examples examples = {{"g", "http://a/b/c/g"},
                             {"./g", "http://a/b/c/g"},
                             {"g/", "http://a/b/c/g/"},
                             {"/g", "http://a/g"},
                             {"//g", "http://g/"},
                             {"?y", "http://a/b/c/d;p?y"},
                             {"g?y", "http://a/b/c/g?y"},
                             {"#s", "http://a/b/c/d;p?q#s"},
                             {"g#s", "http://a/b/c/g#s"},
                             {"g?y#s", "http://a/b/c/g?y#s"},
                             {";x", "http://a/b/c/;x"},
                             {"g;x", "http://a/b/c/g;x"},
                             {"g;x?y#s", "http://a/b/c/g;x?y#s"},
                             {"", "http://a/b/c/d;p?q"},
                             {".", "http://a/b/c/"},
                             {"./", "http://a/b/c/"},
                             {"..", "http://a/b/"},
                             {"../", "http://a/b/"},
                             {"../g", "http://a/b/g"},
                             {"../..", "http://a/"},
                             {"../../", "http://a/"},
                             {"../../g", "http://a/g"}};
  for (const auto& [reference, expected] : examples)
    EXPECT_EQ(resolve_url(rfc_base, reference), expected) << reference;
}

// RFC 3986, section 5.4.2, abnormal examples. "//g" above and "http:g" here follow the URL standard: a web
// URL has a path, and a scheme without slashes counts from a base of the same scheme.
TEST(ResolveUrl, GivesTheAbnormalExamplesOfRfc3986) {
  const Examples examples = {{"../../../g", "http://a/g"},
                             {"../../../../g", "http://a/g"},
                             {"/./g", "http://a/g"},
                             {"/../g", "http://a/g"},
                             {"g.", "http://a/b/c/g."},
                             {".g", "http://a/b/c/.g"},
                             {"g..", "http://a/b/c/g.."},
                             {"..g", "http://a/b/c/..g"},
                             {"./../g", "http://a/b/g"},
                             {"./g/.", "http://a/b/c/g/"},
                             {"g/./h", "http://a/b/c/g/h"},
                             {"g/../h", "http://a/b/c/h"},
                             {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
                             {"g;x=1/../y", "http://a/b/c/y"},
                             {"g?y/./x", "http://a/b/c/g?y/./x"},
                             {"g?y/../x", "http://a/b/c/g?y/../x"},
                             {"g#s/./x", "http://a/b/c/g#s/./x"},
                             {"g#s/../x", "http://a/b/c/g#s/../x"},
                             {"http:g", "http://a/b/c/g"}};
  for (const auto& [reference, expected] : examples)
    EXPECT_EQ(resolve_url(rfc_base, reference), expected) << reference;
}

TEST(ResolveUrl, GivesAbsoluteUrlsWithDotsRemovedAndHostInLowerCase) {
  EXPECT_EQ(resolve_url("", "https://example.com/a/../b"), "https://example.com/b");
  EXPECT_EQ(resolve_url("", "HTTPS://Example.COM/A"), "https://example.com/A");
  EXPECT_EQ(resolve_url("", "https://example.com"), "https://example.com/");
  EXPECT_EQ(resolve_url("", "https://example.com/a?b=c#d"), "https://example.com/a?b=c#d");
  EXPECT_EQ(resolve_url("https://User:Pw@Example.com/x", "y"), "https://example.com/y");
  EXPECT_EQ(resolve_url("https://example.com/", "//bank.example@EVIL.example/a@b"),
            "https://evil.example/a@b");
}

TEST(ResolveUrl, KeepsTheSchemeOfTheBase) {
  EXPECT_EQ(resolve_url("https://example.com/x", "//cdn.example.org/y"), "https://cdn.example.org/y");
  EXPECT_EQ(resolve_url("https://example.com/x", "https:y"), "https://example.com/y");
}

TEST(ResolveUrl, GivesOtherSchemesAsWritten) {
  for (const std::string_view reference :
       {"mailto:a@example.com", "javascript:void(0)", "data:text/plain,A%20b", "tel:+1234"}) {
    EXPECT_EQ(resolve_url("https://example.com/", reference), reference);
  }
}

TEST(ResolveUrl, PassesOverWhiteSpaceAndTurnsBackslashes) {
  EXPECT_EQ(resolve_url("https://example.com/a/b", " \n c\td \n"), "https://example.com/a/cd");
  EXPECT_EQ(resolve_url("https://example.com/a/b", "\\c\\d?e\\f"), "https://example.com/c/d?e\\f");
}

TEST(ResolveUrl, EncodesSpacesAndLettersBeyondAscii) {
  EXPECT_EQ(resolve_url("https://example.com/", "a b"), "https://example.com/a%20b");
  EXPECT_EQ(resolve_url("https://example.com/", "/\u00E9?q=\u00E9#\u00E9"),
            "https://example.com/%C3%A9?q=%C3%A9#%C3%A9");
  EXPECT_EQ(resolve_url("https://example.com/", "/%C3%a9"), resolve_url("https://example.com/", "%C3%a9"));
}

TEST(ResolveUrl, LeavesInternationalHostsAsTheyAre) {
  EXPECT_EQ(resolve_url("", "https://b\u00FCcher.example/a"), "https://b\u00FCcher.example/a");
}

TEST(ResolveUrl, DropsTheFragmentOfTheBase) {
  EXPECT_EQ(resolve_url("https://example.com/a?b#c", ""), "https://example.com/a?b");
  EXPECT_EQ(resolve_url("https://example.com/a?b#c", "#d"), "https://example.com/a?b#d");
  EXPECT_EQ(resolve_url("https://example.com/a#c", "?d"), "https://example.com/a?d");
}

TEST(ResolveUrl, IsEmptyWhereThereIsNoAnswer) {
  EXPECT_EQ(resolve_url("", "a"), "");
  EXPECT_EQ(resolve_url("not a url", "a"), "");
  EXPECT_EQ(resolve_url("https://example.com/", "https://"), "");
  EXPECT_EQ(resolve_url("https://example.com/", "https://exa mple.com/"), "");
  EXPECT_EQ(resolve_url("https://example.com/", std::string("a\0b", 3)), "");
  EXPECT_EQ(resolve_url("https://example.com/", std::string(5'000'000, 'a') + " "), "");
}

TEST(ResolveUrl, ServesManyThreadsAndBases) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int i = 0; i < 200; ++i) {
        const std::string base =
            "https://" + std::string(1, static_cast<char>('a' + (i + t) % 3)) + ".example/x/";
        EXPECT_EQ(resolve_url(base, "y z"), base + "y%20z");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(IsWebUrl, WantsASchemeAndAHost) {
  EXPECT_TRUE(is_web_url("http://example.com"));
  EXPECT_TRUE(is_web_url("HTTPS://example.com/a"));
  for (const std::string_view url :
       {"", "example.com", "/a", "ftp://example.com/", "https://", "http:", "javascript:alert(1)",
        "javascript://example.com/%0aalert(1)", "file:///etc/hosts", "mailto:a@example.com"}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
}

TEST(UrlHost, IsInLowerCaseWithoutPort) {
  EXPECT_EQ(url_host("https://user:pw@WWW.Example.com:8080/A?b"), "www.example.com");
  EXPECT_EQ(url_host("https://[::1]:80/"), "[::1]");
  EXPECT_EQ(url_host("/a"), "");
  EXPECT_EQ(url_host("mailto:a@example.com"), "");
}

TEST(UrlPath, IsASlashAtLeast) {
  EXPECT_EQ(url_path("https://example.com"), "/");
  EXPECT_EQ(url_path("https://example.com?a"), "/");
  EXPECT_EQ(url_path("https://example.com/a%20b/c.html?d#e"), "/a%20b/c.html");
  EXPECT_EQ(url_path("no url"), "");
}

TEST(CanonicalUrl, DropsFragmentCredentialsAndDefaultPort) {
  EXPECT_EQ(canonical_url(" HTTPS://u:p@Example.com:443/A/../b#c "), "https://example.com/b");
  EXPECT_EQ(canonical_url("http://example.com:8080"), "http://example.com:8080/");
}

TEST(CanonicalUrl, DropsOnlyTheParametersThatTrack) {
  EXPECT_EQ(canonical_url("https://example.com/?utm_source=a&id=1&fbclid=x&b&UTM_Medium=y&a=2"),
            "https://example.com/?id=1&b&a=2");
  EXPECT_EQ(canonical_url("https://example.com/?gclid=1"), "https://example.com/");
  EXPECT_EQ(canonical_url("https://example.com/?q=utm_source&reference=1"),
            "https://example.com/?q=utm_source&reference=1");
  EXPECT_EQ(canonical_url("https://example.com/?q=a%26b&p=c+d"), "https://example.com/?q=a%26b&p=c+d");
}

TEST(CanonicalUrl, IsTheSameWhenDoneTwice) {
  for (const std::string_view url :
       {"https://Example.com/a b?c=\u00E9&&d", "http://example.com:80/./a//b?utm_a=b#c"}) {
    const std::string once = canonical_url(url);
    EXPECT_FALSE(once.empty());
    EXPECT_EQ(canonical_url(once), once);
  }
}

TEST(CanonicalUrl, OfNoUrlIsEmpty) {
  EXPECT_EQ(canonical_url(""), "");
  EXPECT_EQ(canonical_url("/a"), "");
}

TEST(HostMatches, TakesAStarForAnySubdomainAndNone) {
  EXPECT_TRUE(host_matches("example.com", "example.com"));
  EXPECT_FALSE(host_matches("www.example.com", "example.com"));
  EXPECT_TRUE(host_matches("example.com", "*.example.com"));
  EXPECT_TRUE(host_matches("a.b.example.com", "*.example.com"));
  EXPECT_FALSE(host_matches("badexample.com", "*.example.com"));
  EXPECT_FALSE(host_matches("", "*.example.com"));
}

TEST(PathMatches, TakesAStarForAnyRun) {
  EXPECT_TRUE(path_matches("/news/2025/a", "/news/*"));
  EXPECT_TRUE(path_matches("/news/", "/news/*"));
  EXPECT_FALSE(path_matches("/new", "/news/*"));
  EXPECT_TRUE(path_matches("/a/b/c.html", "*/b/*.html"));
  EXPECT_FALSE(path_matches("/a/b/c.htm", "*/b/*.html"));
  EXPECT_TRUE(path_matches("/abab", "*ab"));
  EXPECT_TRUE(path_matches("", "*"));
  EXPECT_FALSE(path_matches("/a", ""));
}

}  // namespace
}  // namespace pith
