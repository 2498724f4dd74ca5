#include "core/extract/unreadable_input.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace pith {
namespace {

using std::string_literals::operator""s;

std::string why(std::string bytes) {
  Page page;
  page.bytes = std::move(bytes);
  return why_unreadable(page);
}

TEST(UnreadableInput, NamesWhatItIs) {
  EXPECT_EQ(why("%PDF-1.7\n..."), "a PDF document, not a page");
  EXPECT_EQ(why("\x89PNG\r\n\x1a\n...."), "a PNG picture, not a page");
  EXPECT_EQ(why("\xff\xd8\xff\xe0 JFIF"), "a JPEG picture, not a page");
  EXPECT_EQ(why("RIFF....WEBPVP8 "), "a WebP picture, not a page");
  EXPECT_EQ(why("PK\3\4..."), "a ZIP archive or office document, not a page");
  EXPECT_EQ(why("\x1f\x8b\x08"), "a gzip file, not a page");
  EXPECT_EQ(why("\0\0\0\x18"s + "ftypmp42"), "an MP4 file, not a page");
}

TEST(UnreadableInput, EmptyAndBlankPagesAreNone) {
  EXPECT_EQ(why(""), "the page is empty");
  EXPECT_EQ(why(" \n\t\r\n"), "the page holds nothing but white space");
}

TEST(UnreadableInput, BinaryDataOfAnyKindIsNone) {
  std::string noise;
  std::mt19937 random(7);
  for (int i = 0; i < 10'000; ++i) noise.push_back(static_cast<char>(random()));
  EXPECT_EQ(why(noise), "binary data, not a page");
  EXPECT_EQ(why(std::string(100, '\0')), "binary data, not a page");
}

/// Compressed or encrypted data has all bytes about equally often, only one in nine being a control
/// character.
TEST(UnreadableInput, NoiseIsNoPage) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    std::minstd_rand random(seed);
    std::string noise;
    for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random() >> 8);
    EXPECT_EQ(why(noise), "binary data, not a page") << "seed " << seed;
  }
}

TEST(UnreadableInput, TextInAnyCharsetMayBeAPage) {
  EXPECT_EQ(why("<p>Hello</p>"), "");
  EXPECT_EQ(why("no markup at all"), "");
  EXPECT_EQ(why("{\"version\": \"https://jsonfeed.org/version/1.1\"}"), "");
  EXPECT_EQ(why("<p>\xe6\xbc\xa2\xe5\xad\x97</p>"), "");
  EXPECT_EQ(why("<p>\xba\xba\xd7\xd6</p>"), "") << "GBK";
  EXPECT_EQ(why("<p>\x1b$B4A;z\x1b(B</p>"), "") << "ISO-2022-JP";
}

TEST(UnreadableInput, Utf16MayBeAPageWithAndWithoutMark) {
  std::string little;
  for (const char c : std::string("<html><body><p>Some text</p></body></html>")) {
    little.push_back(c);
    little.push_back('\0');
  }
  EXPECT_EQ(why(little), "");
  EXPECT_EQ(why("\xff\xfe" + little), "");
  EXPECT_EQ(why("\0"s + little.substr(0, little.size() - 1)), "") << "big-endian";
}

TEST(UnreadableInput, AFewStrayControlCharactersAreForgiven) {
  EXPECT_EQ(why("<p>a\0b\x01\x02</p>"s), "");
}

}  // namespace
}  // namespace pith
