#include "core/source/json_lines_source.hpp"

#include <gtest/gtest.h>

#include "tests/core/source/read_source.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

constexpr const char* lines =
    "{\"id\":1,\"url\":\"https://example.com/"
    "1\",\"html\":\"<p>one\",\"fetched_at\":\"2024-05-01T10:00:00+02:00\"}\n"
    "\n"
    "{\"id\":2,\"url\":\n"
    "{\"id\":3,\"html_base64\":\"PHA+6Q==\"}";

TEST(JsonLinesSource, TakesAPageFromEveryLine) {
  const TemporaryFolder folder;
  const std::string path = folder.write("pages.jsonl", lines);
  const auto source = open_page_source("jsonl", path, "", Limits{});
  const auto items = items_of(*source);
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].page.url, "https://example.com/1");
  EXPECT_EQ(items[0].page.bytes, "<p>one");
  EXPECT_FALSE(items[0].is_url);
  EXPECT_EQ(items[0].place, path + ":1");
  EXPECT_EQ(items[0].id, "1");
  EXPECT_TRUE(items[1].error.starts_with("not JSON at column ")) << items[1].error;
  EXPECT_EQ(items[2].page.bytes, "<p>\xe9");
  EXPECT_EQ(items[2].place, path + ":4");
  EXPECT_EQ(source->lost(), 1U);
  EXPECT_EQ(source->problem(), "");
}

/// It may be there another time: it is a page, and not a lost line.
TEST(JsonLinesSource, NamesAFileThatIsNotThere) {
  const TemporaryFolder folder;
  const std::string page = folder.write("a.html", "<p>there");
  const std::string missing = (folder.path() / "b.html").string();
  const auto source =
      open_page_source("jsonl",
                       folder.write("pages.jsonl", "{\"path\":\"" + page +
                                                       "\"}\n{\"url\":\"https://example.com/b\",\"path\":\"" +
                                                       missing + "\"}\n"),
                       "", Limits{});
  const auto items = items_of(*source);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].file, page);
  EXPECT_EQ(items[0].page.bytes, "<p>there");
  EXPECT_EQ(items[0].error, "");
  EXPECT_EQ(items[1].file, missing);
  EXPECT_EQ(items[1].page.url, "https://example.com/b");
  EXPECT_EQ(items[1].error, "no such file: '" + missing + "'");
  EXPECT_EQ(source->lost(), 0U);
}

TEST(JsonLinesSource, OrdersByTimeAndThenByLine) {
  const TemporaryFolder folder;
  const auto items = items_of("jsonl", folder.write("pages.jsonl", lines));
  EXPECT_TRUE(items[0].order.starts_with("2024-05-01T08:00:00Z ")) << items[0].order;
  EXPECT_LT(items[2].order, items[0].order) << "without a time it is the oldest";
  EXPECT_LT(items[1].order, items[2].order);
}

TEST(JsonLinesSource, GoesOnAfterAnyLine) {
  const TemporaryFolder folder;
  EXPECT_TRUE(goes_on_anywhere("jsonl", folder.write("pages.jsonl", lines)));
  EXPECT_TRUE(goes_on_anywhere("jsonl", folder.write("pages.jsonl.gz", gzip_bytes(lines))));
}

TEST(JsonLinesSource, SaysThatNothingIsInIt) {
  const TemporaryFolder folder;
  const auto source = open_page_source("jsonl", folder.write("pages.jsonl", ""), "", Limits{});
  EXPECT_FALSE(source->next());
  EXPECT_EQ(source->problem(), "is empty");
}

}  // namespace
}  // namespace pith
