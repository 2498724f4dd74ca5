#include "core/source/folder_source.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/core/source/read_source.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

/// Places below the folder.
Texts paths_in(const TemporaryFolder& folder, const std::string& cursor = {}) {
  Texts paths = places_of(items_of("folder", folder.path().string(), cursor));
  for (auto& path : paths) path.erase(0, folder.path().string().size() + 1);
  return paths;
}

TEST(FolderSource, FindsSavedPagesInTheOrderOfTheirNames) {
  const TemporaryFolder folder;
  for (const char* name :
       {"b.html", "a/z.htm", "a/b/c.xhtml", "a.HTML", "c.html.gz", "d.xml", "style.css", ".html", "gz"})
    folder.write(name, "<p>x");
  EXPECT_EQ(paths_in(folder), (Texts{"a.HTML", "a/b/c.xhtml", "a/z.htm", "b.html", "c.html.gz", "d.xml"}));
  const auto source = open_page_source("folder", folder.path().string(), "", Limits{});
  items_of(*source);
  EXPECT_EQ(source->notice(), "3 files and folders that are no pages passed over");
}

TEST(FolderSource, ReadsGzipAndTheUrlThatTheBrowserWrote) {
  const TemporaryFolder folder;
  folder.write("a.html.gz", gzip_bytes("<p>packed"));
  folder.write("b.html", "<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.com/a -->\n<p>saved");
  const auto items = items_of("folder", folder.path().string() + "/");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].page.bytes, "<p>packed");
  EXPECT_EQ(items[0].page.url, "");
  EXPECT_EQ(items[0].place, (folder.path() / "a.html.gz").string());
  EXPECT_EQ(items[1].page.url, "https://example.com/a");
}

TEST(FolderSource, GoesOnAfterAnyFile) {
  const TemporaryFolder folder;
  for (const char* name : {"a.html", "a/1.html", "a/2/x.html", "a-b.html", "a0.html", "b/c/d/e.html",
                           "b/c/f.html", "line\nbreak%0A.html", "z.html"})
    folder.write(name, std::string("<p>") + name);
  const auto whole = items_of("folder", folder.path().string());
  ASSERT_EQ(whole.size(), 9U);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto behind = whole.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    std::vector<SourceItem> expected(behind, whole.end());
    expected.insert(expected.end(), whole.begin(), behind);
    const auto rest = items_of("folder", folder.path().string(), whole[i].cursor);
    EXPECT_EQ(places_of(rest), places_of(expected))
        << "and then from the beginning, after " << whole[i].place;
    for (std::size_t j = 0; j < rest.size(); ++j) {
      const bool is_behind = j + i + 1 < whole.size();
      EXPECT_EQ(rest[j].cursor, is_behind ? expected[j].cursor : whole.back().cursor);
    }
  }
}

/// Wherever it is broken off, what came before the cursor is found in the end.
TEST(FolderSource, FindsWhatWasAddedBeforeTheCursor) {
  const TemporaryFolder folder;
  for (const char* name : {"b.html", "d/1.html", "d/3.html", "f.html"}) folder.write(name, "<p>");
  const std::string cursor = items_of("folder", folder.path().string())[1].cursor;
  for (const char* name : {"a/0.html", "d/0.html", "d/2.html", "notes.txt", "a/notes.txt", "d/notes.txt"})
    folder.write(name, "<p>");
  EXPECT_EQ(paths_in(folder, cursor),
            (Texts{"d/2.html", "d/3.html", "f.html", "a/0.html", "b.html", "d/0.html", "d/1.html"}));
  const auto source = open_page_source("folder", folder.path().string(), cursor, Limits{});
  const auto items = items_of(*source);
  EXPECT_EQ(source->notice(), "3 files and folders that are no pages passed over") << "each once";
  EXPECT_EQ(paths_in(folder, items[4].cursor),
            (Texts{"a/0.html", "b.html", "d/0.html", "d/1.html", "d/2.html", "d/3.html", "f.html"}))
      << "broken off once more, all of it is gone through";
}

TEST(FolderSource, GoesOnBehindAFileThatIsGone) {
  const TemporaryFolder folder;
  for (const char* name : {"a.html", "b/1.html", "b/2.html", "c.html"}) folder.write(name, "<p>");
  const auto items = items_of("folder", folder.path().string());
  std::filesystem::remove(folder.path() / "b/1.html");
  EXPECT_EQ(paths_in(folder, items[1].cursor), (Texts{"b/2.html", "c.html", "a.html"}));
  std::filesystem::remove_all(folder.path() / "b");
  EXPECT_EQ(paths_in(folder, items[1].cursor), (Texts{"c.html", "a.html"}));
}

TEST(FolderSource, FollowsNoLinksAndOpensNoSpecialFiles) {
  const TemporaryFolder outside;
  outside.write("secret.html", "<p>outside");
  const TemporaryFolder folder;
  folder.write("a.html", "<p>x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "loop");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() / "out");
  std::filesystem::create_symlink(outside.path() / "secret.html", folder.path() / "link.html");
  ASSERT_EQ(::mkfifo((folder.path() / "pipe.html").c_str(), 0600), 0);
  const auto source = open_page_source("folder", folder.path().string(), "", Limits{});
  EXPECT_EQ(items_of(*source).size(), 1U);
  EXPECT_EQ(source->notice(), "3 symbolic links, 1 special file passed over");
}

TEST(FolderSource, LeavesOutThePartsOfASavedPage) {
  const TemporaryFolder folder;
  for (const char* name : {"Story.html", "Story_files/frame.html", "my_files/page.html"})
    folder.write(name, "<p>x");
  EXPECT_EQ(paths_in(folder), (Texts{"Story.html", "my_files/page.html"}));
}

TEST(FolderSource, NamesFilesThatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("a.html", "");
  const std::string whole = gzip_bytes(std::string(5000, 'a') + "b");
  folder.write("b.html.gz", whole.substr(0, whole.size() - 4));
  folder.write("c.html", "<p>x");
  const auto source = open_page_source("folder", folder.path().string(), "", Limits{});
  const auto items = items_of(*source);
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].place, (folder.path() / "a.html").string());
  EXPECT_EQ(items[0].error, "is empty");
  EXPECT_EQ(items[1].error, "gzip data that breaks off: fetch it again");
  EXPECT_EQ(items[2].error, "");
  EXPECT_EQ(source->lost(), 2U);
  const auto rest = open_page_source("folder", folder.path().string(), items[1].cursor, Limits{});
  items_of(*rest);
  EXPECT_EQ(rest->lost(), 2U) << "those before the cursor count once";
}

TEST(FolderSource, EndsInATreeThatIsTooDeep) {
  const TemporaryFolder folder;
  std::string path;
  for (int i = 0; i < 140; ++i) path += "d/";
  folder.write(path + "a.html", "<p>");
  folder.write("b.html", "<p>");
  const auto items = items_of("folder", folder.path().string());
  ASSERT_EQ(items.size(), 2U);
  EXPECT_NE(items[1].error.find("more than 128 folders deep"), std::string::npos) << items[1].error;
}

TEST(FolderSource, SaysWhatIsWrongWithTheFolder) {
  const TemporaryFolder folder;
  const auto open = [](const std::string& path) { return error_of([&] { items_of("folder", path); }); };
  const std::string missing = (folder.path() / "none").string();
  EXPECT_EQ(open(missing), missing + ": no such folder");
  const std::string file = folder.write("other/a.txt", "x");
  EXPECT_EQ(open(file), file + ": is no folder: name a file as a source of its own kind: urls, warc, jsonl");
  const auto source = open_page_source("folder", (folder.path() / "other").string(), "", Limits{});
  EXPECT_FALSE(source->next());
  EXPECT_EQ(source->problem(), "holds no saved pages (.html, .htm, .xhtml, .xml, also .gz)");
}

}  // namespace
}  // namespace pith
