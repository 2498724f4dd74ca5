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
