#include "core/encoding/gzip.hpp"

#include <gtest/gtest.h>

#include "pith/error.hpp"
#include "tests/support/gzip_bytes.hpp"

namespace pith {
namespace {

constexpr std::size_t plenty = std::size_t{1} << 20;

TEST(Gzip, IsToldByItsFirstBytes) {
  EXPECT_TRUE(is_gzip(gzip_bytes("x")));
  EXPECT_FALSE(is_gzip("<html>"));
  EXPECT_FALSE(is_gzip(""));
}

TEST(Gzip, GivesBackWhatWasCompressed) {
  EXPECT_EQ(gunzip(gzip_bytes("harbour"), plenty, "x"), "harbour");
  EXPECT_EQ(gunzip(gzip_bytes(""), plenty, "x"), "");
}

// RFC 1952, section 2.2: a file is a series of members.
TEST(Gzip, JoinsMembers) {
  EXPECT_EQ(gunzip(gzip_bytes("one ") + gzip_bytes("two"), plenty, "x"), "one two");
}

TEST(Gzip, PassesOverPaddingBehindTheLastMember) {
  EXPECT_EQ(gunzip(gzip_bytes("one") + std::string(512, '\0'), plenty, "x"), "one");
}

TEST(Gzip, StopsAtTheLimitHoweverMuchIsInIt) {
  EXPECT_EQ(gunzip(gzip_bytes(std::string(50'000'000, 'a')), 1000, "x"), std::string(1000, 'a'));
}

TEST(Gzip, NamesTheFileThatBreaksOff) {
  const std::string whole = gzip_bytes(std::string(1000, 'a') + "bcd");
  try {
    gunzip(whole.substr(0, whole.size() - 9), plenty, "page.gz");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "page.gz: gzip data that breaks off: fetch it again");
  }
}

TEST(Gzip, RefusesDamagedData) {
  std::string bytes = gzip_bytes("some text that is long enough to be worth it, text, text");
  bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 0x55);  // in the check sum
  EXPECT_THROW(gunzip(bytes, plenty, "x"), Error);
}

}  // namespace
}  // namespace pith
