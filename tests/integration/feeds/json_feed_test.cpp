// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), and mistakes in it.
#include <gtest/gtest.h>

#include "feed_case.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

std::string feed_of(const std::string& items) {
  return R"({"version":"https://jsonfeed.org/version/1","title":"T","items":[)" + items + "]}";
}

constexpr const char* one = R"({"id":"1","url":"https://example.com/a","title":"A"})";

TEST(JsonFeed, IsKnownByItsVersionOrItsType) {
  EXPECT_EQ(links_of(read_feed(feed_of(one), "application/json")), Texts{"https://example.com/a"});
  EXPECT_EQ(links_of(read_feed("\xef\xbb\xbf\n" + feed_of(one), "text/plain")),
            Texts{"https://example.com/a"});
  EXPECT_EQ(links_of(read_feed("{\"items\":[" + std::string(one) + "]}", "application/feed+json")),
            Texts{"https://example.com/a"});
}

/// As PHP's json_encode() writes it.
TEST(JsonFeed, MayEscapeItsSlashes) {
  EXPECT_EQ(
      links_of(read_feed(
          R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","items":[{"id":"1","url":"https:\/\/example.com\/a"}]})",
          "application/json")),
      Texts{"https://example.com/a"});
}

TEST(JsonFeed, HasAuthorsInBothVersions) {
  const auto feed = read_feed(feed_of(
      R"({"id":"1","url":"/a","author":{"name":"Ann Lee"}},{"id":"2","url":"/b","authors":[{"name":"Bo Chan"},{"name":"Cy Dow"}]})"));
  EXPECT_EQ(feed.articles[0].authors, Texts{"Ann Lee"});
  EXPECT_EQ(feed.articles[1].authors, (Texts{"Bo Chan", "Cy Dow"}));
  EXPECT_EQ(links_of(feed), (Texts{"https://example.com/a", "https://example.com/b"}));
}

TEST(JsonFeed, OfWrongTypesIsReadAsFarAsItMakesSense) {
  const auto feed = read_feed(
      feed_of(R"(1,null,"x",{"id":5,"url":7,"title":["x"],"authors":"Ann","tags":{}},)" + std::string(one)),
      "application/json");
  EXPECT_EQ(links_of(feed), Texts{"https://example.com/a"});
  EXPECT_EQ(read_feed(R"({"version":"https://jsonfeed.org/version/1.1","items":{}})").status,
            Status::no_article);
}

TEST(JsonFeed, ThatBreaksOffKeepsWhatCameBefore) {
  const std::string whole =
      feed_of(std::string(one) + R"(,{"id":"2","url":"https://example.com/b","title":"B"})");
  const auto feed = read_feed(whole.substr(0, whole.find("\"title\":\"B\"")), "application/json");
  EXPECT_EQ(links_of(feed), (Texts{"https://example.com/a", "https://example.com/b"}));
}

}  // namespace
}  // namespace pith
