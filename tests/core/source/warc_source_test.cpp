#include "core/source/warc_source.hpp"

#include <gtest/gtest.h>

#include "tests/core/archive/warc_text.hpp"
#include "tests/core/source/read_source.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

Texts some_records() {
  return {warc_record("warcinfo", {}, "software: x"),
          warc_page("https://example.com/a", "<p>a"),
          warc_response("https://example.com/a.css", http("p {}", "Content-Type: text/css\r\n")),
          warc_page("https://example.com/b", "<p>b"),
          warc_response("https://example.com/bad", "no HTTP"),
          warc_page("https://example.com/c", "<p>c")};
}

TEST(WarcSource, GivesPagesWithTheirPlaces) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  const auto path = folder.write("a.warc.gz", gzip_members(records));
  const auto source = open_page_source("warc", path, "", Limits{});
  const auto items = items_of(*source);
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].page.url, "https://example.com/a");
  EXPECT_EQ(items[0].page.bytes, "<p>a");
  EXPECT_FALSE(items[0].is_url);
  EXPECT_EQ(items[0].place, path + ":" + std::to_string(gzip_bytes(records[0]).size()));
  EXPECT_TRUE(items[0].order.starts_with("2024-05-01T10:00:00Z ")) << items[0].order;
  EXPECT_LT(items[0].order, items[1].order);
  EXPECT_EQ(items[2].error, "no HTTP response in it");
  EXPECT_EQ(source->lost(), 1U);
  EXPECT_EQ(source->problem(), "");
  EXPECT_EQ(source->notice(), "1 file that is no page, 1 other record passed over");
  EXPECT_EQ(source->bytes_read(), source->bytes_total());
}

TEST(WarcSource, GoesOnAfterAnyPage) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  EXPECT_TRUE(goes_on_anywhere("warc", folder.write("a.warc", together(records))));
  EXPECT_TRUE(goes_on_anywhere("warc", folder.write("a.warc.gz", gzip_members(records))));
  EXPECT_TRUE(goes_on_anywhere("warc", folder.write("b.warc.gz", gzip_bytes(together(records)))));
}

TEST(WarcSource, GoesOnAfterAnyPageOfADamagedFile) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  std::string bytes = gzip_members(records);
  // In the middle of the second page, and off in the last one.
  const std::size_t second = gzip_members({records[0], records[1], records[2]}).size();
  bytes[second + 40] = static_cast<char>(bytes[second + 40] ^ 0x55);
  bytes.resize(bytes.size() - 30);
  EXPECT_TRUE(goes_on_anywhere("warc", folder.write("a.warc.gz", bytes)));
  EXPECT_TRUE(
      goes_on_anywhere("warc", folder.write("a.warc", records[1] + "junk\n" + records[3] + records[5])));
}

TEST(WarcSource, NoTwoRecordsAreAtOnePlace) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  const std::string first = gzip_bytes(records[1] + records[3]);
  const auto path = folder.write("a.warc.gz", first + gzip_bytes(records[5]));
  EXPECT_EQ(places_of(items_of("warc", path)),
            (Texts{path + ":0", path + ":0+" + std::to_string(records[1].size()),
                   path + ":" + std::to_string(first.size())}));
}

TEST(WarcSource, RemembersWhatWasLostBeforeTheCursor) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  const auto path = folder.write("a.warc", records[1] + "junk\n" + records[3] + records[5].substr(0, 80));
  const auto items = items_of("warc", path);
  ASSERT_EQ(items.size(), 2U);
  const auto source = open_page_source("warc", path, items[1].cursor, Limits{});
  EXPECT_TRUE(items_of(*source).empty());
  EXPECT_EQ(source->lost(), 2U);
  EXPECT_EQ(source->problem(), "1 record lost in damaged places (80 bytes); it breaks off in the last one");
}

TEST(WarcSource, ReadsAFileThatIsAnotherNowFromTheStart) {
  const TemporaryFolder folder;
  const Texts records = some_records();
  const auto path = folder.write("a.warc", together(records));
  const auto cursor = items_of("warc", path).back().cursor;
  folder.write("a.warc", records[3] + records[1]);
  const auto source = open_page_source("warc", path, cursor, Limits{});
  EXPECT_EQ(source->next()->page.url, "https://example.com/b");
  EXPECT_EQ(source->notice(), "is not the file that was read before: read from the start again");
}

TEST(WarcSource, SaysWhatIsWrongWithTheFile) {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "none.warc").string();
  EXPECT_EQ(error_of([&] { items_of("warc", missing); }), missing + ": no such file");
  const auto source = open_page_source("warc", folder.write("a.warc", "<html>"), "", Limits{});
  EXPECT_FALSE(source->next());
  EXPECT_EQ(source->problem(), "holds no WARC record");
}

}  // namespace
}  // namespace pith
