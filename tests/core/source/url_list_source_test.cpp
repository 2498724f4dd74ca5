#include "core/source/url_list_source.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "pith/error.hpp"
#include "tests/core/source/read_source.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

Texts urls_of(const std::vector<SourceItem>& items) {
  Texts urls;
  for (const auto& item : items) urls.push_back(item.is_url ? item.page.url : item.error);
  return urls;
}

TEST(UrlListSource, TakesAUrlFromEveryLine) {
  const TemporaryFolder folder;
  const auto items =
      items_of("urls", folder.write("urls.txt", "https://example.com/1\nhttp://example.com/2?a=b#c"));
  EXPECT_EQ(urls_of(items), (Texts{"https://example.com/1", "http://example.com/2?a=b#c"}));
  EXPECT_TRUE(items[0].is_url);
  EXPECT_EQ(items[0].page.bytes, "");
}

TEST(UrlListSource, PassesOverBlankLinesCommentsAndAByteOrderMark) {
  const TemporaryFolder folder;
  const auto path = folder.write("urls.txt",
                                 "\xef\xbb\xbfhttps://example.com/1\r\n\r\n  \t\n# https://example.com/no\r\n"
                                 "\t https://example.com/2 \t# the second\r\n");
  const auto items = items_of("urls", path);
  EXPECT_EQ(urls_of(items), (Texts{"https://example.com/1", "https://example.com/2"}));
  EXPECT_EQ(places_of(items), (Texts{path + ":1", path + ":5"}));
}

TEST(UrlListSource, NamesLinesThatAreNoUrls) {
  const TemporaryFolder folder;
  const auto source =
      open_page_source("urls",
                       folder.write("urls.txt",
                                    "example.com\nftp://example.com/\nhttps://a.example/ https://b.example/\n"
                                    "https://example.com/" +
                                        std::string(20000, 'a') + "\nhttps://example.com/last\n"),
                       "", Limits{});
  EXPECT_EQ(urls_of(items_of(*source)),
            (Texts{"'example.com' is no http or https URL", "'ftp://example.com/' is no http or https URL",
                   "'https://a.example/ https://b.example/' is more than one URL",
                   "longer than a URL may be (16 KiB)", "https://example.com/last"}));
  EXPECT_EQ(source->lost(), 4U);
}

TEST(UrlListSource, EncodesWhatAUrlCannotHold) {
  const TemporaryFolder folder;
  EXPECT_EQ(urls_of(items_of("urls", folder.write("urls.txt", "https://Example.com/caf\xc3\xa9\n"))),
            (Texts{"https://example.com/caf%C3%A9"}));
}

TEST(UrlListSource, GoesOnAfterAnyLine) {
  const TemporaryFolder folder;
  std::string text = "# list\n";
  for (int i = 0; i < 20; ++i)
    text += "https://example.com/" + std::to_string(i) + (i % 3 == 0 ? "\r\n\n" : "\n");
  text += "no URL\nhttps://example.com/last";
  EXPECT_TRUE(goes_on_anywhere("urls", folder.write("urls.txt", text)));
  EXPECT_TRUE(goes_on_anywhere("urls", folder.write("urls.txt.gz", gzip_bytes(text))));
  EXPECT_TRUE(goes_on_anywhere(
      "urls", folder.write("members.gz", gzip_bytes(text.substr(0, 100)) + gzip_bytes(text.substr(100)))));
}

TEST(UrlListSource, CountsWhatWasLostBeforeTheCursor) {
  const TemporaryFolder folder;
  const auto path = folder.write("urls.txt", "nothing\nhttps://example.com/1\n");
  const auto source = open_page_source("urls", path, items_of("urls", path)[0].cursor, Limits{});
  EXPECT_EQ(items_of(*source).size(), 1U);
  EXPECT_EQ(source->lost(), 1U);
}

TEST(UrlListSource, GoesOnInAListThatHasGrown) {
  const TemporaryFolder folder;
  const auto path = folder.write("urls.txt", "https://example.com/1\n");
  const auto cursor = items_of("urls", path).back().cursor;
  folder.write("urls.txt", "https://example.com/1\nhttps://example.com/2\n");
  EXPECT_EQ(urls_of(items_of("urls", path, cursor)), (Texts{"https://example.com/2"}));
}

TEST(UrlListSource, ReadsAFileThatIsAnotherNowFromTheStart) {
  const TemporaryFolder folder;
  const auto path = folder.write("urls.txt", "https://example.com/1\nhttps://example.com/2\n");
  const auto cursor = items_of("urls", path).back().cursor;
  for (const char* text :
       {"https://example.com/1\n", "https://example.com/3\nhttps://example.com/2\nhttps://example.com/4\n"}) {
    folder.write("urls.txt", text);
    const auto source = open_page_source("urls", path, cursor, Limits{});
    EXPECT_NE(source->notice().find("read from the start again"), std::string::npos) << text;
    EXPECT_EQ(source->next()->place, path + ":1");
  }
  for (const char* bad : {"nonsense", "1:2:3", "0:99999999999999999999:0:0:0:0", "0:0:0:0:0:0:0"}) {
    const auto source = open_page_source("urls", path, bad, Limits{});
    EXPECT_NE(source->notice(), "") << bad;
    EXPECT_EQ(source->next()->place, path + ":1") << bad;
  }
}

TEST(UrlListSource, LeavesOutTheUrlThatCompressedDataBreaksOffIn) {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "https://example.com/" + std::to_string(i * 7919) + "\n";
  const std::string bytes = gzip_bytes(text);
  const auto source =
      open_page_source("urls", folder.write("a.gz", bytes.substr(0, bytes.size() / 2)), "", Limits{});
  const auto items = items_of(*source);
  ASSERT_GT(items.size(), 100U);
  EXPECT_EQ(items.back().page.url, "https://example.com/" + std::to_string((items.size() - 1) * 7919));
  EXPECT_EQ(source->problem(), "its compressed data breaks off after line " + std::to_string(items.size()) +
                                   ": what follows is lost");
  EXPECT_EQ(source->lost(), 1U);
}

TEST(UrlListSource, TellsHowFarItIs) {
  const TemporaryFolder folder;
  const std::string text = "https://example.com/1\nhttps://example.com/2\n";
  const auto source = open_page_source("urls", folder.write("urls.txt", text), "", Limits{});
  EXPECT_EQ(source->bytes_total(), text.size());
  items_of(*source);
  EXPECT_EQ(source->bytes_read(), text.size());
}

TEST(UrlListSource, SaysWhatIsWrongWithTheFile) {
  const TemporaryFolder folder;
  const auto open = [](const std::string& path) { return error_of([&] { items_of("urls", path); }); };
  const std::string missing = (folder.path() / "none.txt").string();
  EXPECT_EQ(open(missing), missing + ": no such file");
  EXPECT_EQ(open(folder.path().string()), folder.path().string() + ": is a folder: name the files in it");
  const std::string wide = folder.write("wide.txt", std::string("\xff\xfeh\0t\0", 6));
  EXPECT_EQ(open(wide), wide + ": is UTF-16: save it as UTF-8");

  const auto empty = open_page_source("urls", folder.write("empty.txt", ""), "", Limits{});
  EXPECT_FALSE(empty->next());
  EXPECT_EQ(empty->problem(), "is empty");
}

/// A pipe may bring something else the next time: it is read from the start.
TEST(UrlListSource, ReadsAPipeFromTheStart) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path) << "https://example.com/1\nhttps://example.com/2\n"; });
  const auto items = items_of("urls", path, "0:22:1:0:0:0");
  writer.join();
  EXPECT_EQ(urls_of(items), (Texts{"https://example.com/1", "https://example.com/2"}));
}

TEST(PageSource, KnowsItsKinds) {
  EXPECT_EQ(error_of([] { open_page_source("url", "a", "", Limits{}); }),
            "a: no source of the kind 'url': urls, folder, warc and jsonl can be read");
}

}  // namespace
}  // namespace pith
