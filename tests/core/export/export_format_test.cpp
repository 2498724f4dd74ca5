#include "core/export/export_format.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

TEST(ExportFormat, TheNameOfAFileTellsIt) {
  EXPECT_EQ(export_format_of("x.jsonl"), "jsonl");
  EXPECT_EQ(export_format_of("x.ndjson"), "jsonl");
  EXPECT_EQ(export_format_of("out/x.csv"), "csv");
  EXPECT_EQ(export_format_of("X.CSV"), "csv");
  EXPECT_EQ(export_format_of("x.html"), "html");
  EXPECT_EQ(export_format_of("x.htm"), "html");
  EXPECT_EQ(export_format_of("x.atom"), "atom");
  EXPECT_EQ(export_format_of("feed.xml"), "atom");
}

TEST(ExportFormat, AFolderIsForMarkdown) {
  const TemporaryFolder folder;
  EXPECT_EQ(export_format_of(folder.path().string()), "markdown");
  EXPECT_EQ(export_format_of("not-there-yet/"), "markdown");
}

TEST(ExportFormat, OtherNamesTellNothing) {
  for (const char* target : {"", "-", "articles", "x.txt", "x.csv.gz", ".csv", "a.html/x"}) {
    EXPECT_EQ(export_format_of(target), "") << target;
  }
}

}  // namespace
}  // namespace pith
