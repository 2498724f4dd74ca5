#include "core/fetch/target.hpp"

#include <gtest/gtest.h>

#include "tests/support/error_of.hpp"

namespace pith {
namespace {

TEST(Target, IsTakenApart) {
  const Target target = Target::of("HTTPS://Example.COM/a/../b?c=d#e");
  EXPECT_EQ(target.scheme, "https");
  EXPECT_EQ(target.host, "example.com");
  EXPECT_EQ(target.origin, "https://example.com");
  EXPECT_EQ(target.path, "/b?c=d");
  EXPECT_EQ(Target::of("http://example.com").path, "/");
  EXPECT_EQ(Target::of("http://example.com?q").path, "/?q");
}

TEST(Target, OneHostHasOneName) {
  EXPECT_EQ(Target::of("http://example.com./").host, "example.com");
  EXPECT_EQ(Target::of("http://user:secret@example.com:80/").origin, "http://example.com");
  EXPECT_EQ(Target::of("http://b\xC3\xBC"
                       "cher.example/")
                .host,
            "xn--bcher-kva.example");
  EXPECT_EQ(Target::of("http://B\xC3\x9C"
                       "CHER.example/")
                .url,
            "http://xn--bcher-kva.example/");
  EXPECT_EQ(Target::of("http://2130706433/").host, "127.0.0.1") << "decimal";
  EXPECT_EQ(Target::of("http://0x7f.1/").host, "127.0.0.1") << "hexadecimal";
  EXPECT_EQ(Target::of("http://0177.0.0.1/").host, "127.0.0.1") << "octal";
  EXPECT_EQ(Target::of("http://[FE80::1%25eth0]:8080/").host, "[fe80::1]");
}

// The transfer decodes and reads a URL once more: what that would make of it has to be seen before.
TEST(Target, IsWhatTheTransferWillMakeOfIt) {
  for (const std::string host : {"%30x7f.1", "%31%32%37.0.0.1", "0x7f.1", "0X7F000001", "017700000001",
                                 "127.1", "\xEF\xBC\x90x7f.1", "127.0.0.1."}) {
    const Target target = Target::of("http://" + host + "/");
    EXPECT_EQ(target.host, "127.0.0.1") << host;
    EXPECT_EQ(target.origin, "http://127.0.0.1") << host;
  }
  EXPECT_EQ(Target::of("http://%65xample.com/").origin, "http://example.com");
  for (const std::string host :
       {"%2565xample.com", "%252565xample.com", "a%25.example", "a..example", ".localhost", "localhost..",
        "\xEF\xBC\x85"
        "65xample.com"}) {
    EXPECT_EQ(error_of([&] { Target::of("http://" + host + "/"); }), "http://" + host + "/: not a valid URL");
  }
}

TEST(Target, OfATargetIsTheSame) {
  const std::string limit(4'000, ' ');  // three times as long when encoded
  EXPECT_NE(error_of([&] { Target::of("http://a.example/" + limit + "x"); }), "no error");
  for (const std::string url : {"http://a.example/ \xC3\xA9?a b#c", "HTTP://%41.example:80",
                                "http://[::1]:81/%", "http://user:p%40ss@a.example./?%2565"}) {
    const Target once = Target::of(url);
    const Target twice = Target::of(once.url);
    EXPECT_EQ(twice.url, once.url);
    EXPECT_EQ(twice.origin, once.origin);
    EXPECT_EQ(twice.path, once.path);
  }
}

TEST(Target, HasNoHostThatIsTooLongForAName) {
  const std::string label = std::string(62, 'a') + '.';
  const std::string name = label + label + label + std::string(63, 'a');
  ASSERT_EQ(name.size(), 252U);
  EXPECT_EQ(Target::of("http://" + name + "/").host, name);
  for (const std::string& host : {name + "aa", std::string(8'180, 'a')}) {
    EXPECT_NE(error_of([&] { Target::of("http://" + host + "/"); }).find("longer than 253 bytes"),
              std::string::npos);
  }
}

TEST(Target, EncodesWhatMayNotBeSent) {
  EXPECT_EQ(Target::of("http://example.com/a b\xC3\xA9#x").url, "http://example.com/a%20b%c3%a9");
}

TEST(Target, SaysWhatIsNoUrl) {
  EXPECT_EQ(error_of([] { Target::of("page.html"); }), "page.html: not a valid URL");
  EXPECT_EQ(error_of([] { Target::of("http://"); }), "http://: not a valid URL");
  EXPECT_EQ(error_of([] { Target::of("http://a.example/" + std::string(9'000, 'a')); }).substr(100),
            "...: longer than 8192 bytes, which no address of a page is");
  EXPECT_FALSE(Target::of("ftp://example.com/").is_web());
}

}  // namespace
}  // namespace pith
