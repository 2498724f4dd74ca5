#include "core/output/output.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "pith/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(Output, LeavesWhatWasThereUntilItIsFinished) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("out", "before");
  Output output(target.string());
  output.write("after");
  output.flush();
  EXPECT_EQ(contents(target), "before");
  output.finish();
  EXPECT_EQ(contents(target), "after");
}

TEST(Output, LeavesNothingBehindWhenItIsNotFinished) {
  const TemporaryFolder folder;
  { Output((folder.path() / "out").string()).write("half"); }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Output, KeepsTheRightsOfTheFileAndTheLinkToIt) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("real", "before");
  fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(target, folder.path() / "link");
  Output output((folder.path() / "link").string());
  output.write("after");
  output.finish();
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(contents(target), "after");
  EXPECT_EQ(fs::status(target).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Output, SaysThatTheDiskIsFull) {
  Output output("/dev/full");
  output.write("text");
  EXPECT_THROW(output.finish(), Error);
}

TEST(Output, RefusesFolders) {
  const TemporaryFolder folder;
  EXPECT_THROW(Output(folder.path().string()), Error);
}

}  // namespace
}  // namespace pith
