// Feeds in charsets other than they say.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

std::string title_of(const std::string& title, const std::string& declared,
                     const std::string& type = "application/xml") {
  const std::string declaration =
      declared.empty() ? "<?xml version=\"1.0\"?>" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
  const auto titles =
      titles_of(read_feed(declaration + "<rss version=\"2.0\"><channel><item><title>" + title +
                              "</title><link>https://example.com/a</link></item></channel></rss>",
                          type));
  return titles.empty() ? "none" : titles.front();
}

TEST(FeedCharsets, AreThoseOfTheDeclarationOrTheHeader) {
  EXPECT_EQ(title_of("Caf\xe9", "iso-8859-1"), "Caf\u00e9");
  EXPECT_EQ(title_of("\xf0\xd2\xc9\xd7\xc5\xd4", "koi8-r"), "\u041f\u0440\u0438\u0432\u0435\u0442");
  EXPECT_EQ(title_of("\xcf\xf0\xe8\xe2\xe5\xf2", "utf-8", "application/xml; charset=windows-1251"),
            "\u041f\u0440\u0438\u0432\u0435\u0442");
}

TEST(FeedCharsets, AreWhatTheBytesAreWhereTheDeclarationIsWrong) {
  EXPECT_EQ(title_of("Caf\xe9 it\x92s", "utf-8"), "Caf\u00e9 it\u2019s");
  EXPECT_EQ(title_of("Caf\u00e9 it\u2019s", "iso-8859-1"), "Caf\u00e9 it\u2019s");
  EXPECT_EQ(title_of("Caf\u00e9", "utf-16"), "Caf\u00e9");
  EXPECT_EQ(title_of("Caf\u00e9", "no-such-charset"), "Caf\u00e9");
}

std::string wide(const std::u16string& text, bool big, bool mark) {
  std::string bytes = mark ? (big ? "\xfe\xff" : "\xff\xfe") : "";
  for (const char16_t c : text) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xff);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(FeedCharsets, MayBeUtf16) {
  const std::u16string feed =
      u"<?xml version='1.0' encoding='utf-16'?><rss version='2.0'><channel><item><title>Caf\u00e9 "
      u"\u6f22</title>"
      u"<link>https://example.com/a</link></item></channel></rss>";
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true})
      EXPECT_EQ(titles_of(read_feed(wide(feed, big, mark))), std::vector<std::string>{"Caf\u00e9 \u6f22"})
          << big << mark;
  }
}

}  // namespace
}  // namespace pith
