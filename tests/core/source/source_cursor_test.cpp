#include "core/source/source_cursor.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

TEST(SourceCursor, ComesBackFromItsText) {
  SourceCursor cursor;
  cursor.place = {7, 18446744073709551615U};
  cursor.count = 3;
  cursor.lost = 2;
  cursor.file = {4096, 12345678901234567890U};
  SourceCursor read;
  ASSERT_TRUE(read.read(cursor.text()));
  EXPECT_EQ(read.place, cursor.place);
  EXPECT_EQ(read.count, 3U);
  EXPECT_EQ(read.lost, 2U);
  EXPECT_EQ(read.file, cursor.file);
}

TEST(SourceCursor, RefusesOtherTexts) {
  SourceCursor cursor;
  for (const char* text :
       {"", "1", "1:2:3:4:5", "1:2:3:4:5:6:7", "1:2:3:4:5:x", "1:2:3:4:5:6 ", "-1:2:3:4:5:6"})
    EXPECT_FALSE(cursor.read(text)) << text;
}

TEST(FileIdentity, FitsAFileThatHasGrownButNoOther) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", "abc");
  const FileIdentity identity = FileIdentity::of(path);
  EXPECT_TRUE(identity.fits(path));
  folder.write("a", "abcdef");
  EXPECT_TRUE(identity.fits(path));
  folder.write("a", "abX");
  EXPECT_FALSE(identity.fits(path));
  folder.write("a", "ab");
  EXPECT_FALSE(identity.fits(path));
}

}  // namespace
}  // namespace pith
