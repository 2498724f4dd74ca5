#include "core/input/read_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "pith/error.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::string problem_of(const std::string& path,
                       std::string (*read)(const std::string&, std::size_t) = read_file) {
  try {
    read(path, 1000);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReadFile, DecompressesByContentsNotByName) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.write("page.html", gzip_bytes("text")), 1000), "text");
  EXPECT_EQ(read_file(folder.write("page.html.gz", "text"), 1000), "text");
}

TEST(ReadFile, ReadsNoMoreThanTheLimit) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.write("page.html", std::string(200'000, 'a')), 70'000),
            std::string(70'000, 'a'));
  EXPECT_EQ(read_file("/dev/zero", 100), std::string(100, '\0'));
}

TEST(ReadFile, SaysThatAFileIsMissing) {
  EXPECT_EQ(problem_of("no/such/page.html"), "no/such/page.html: no such file");
}

TEST(ReadFile, SaysThatAFolderIsNotAFile) {
  const TemporaryFolder folder;
  EXPECT_EQ(problem_of(folder.path().string()),
            folder.path().string() + ": is a folder: name the files in it");
}

TEST(ReadFile, SaysThatAFileMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  const std::string path = folder.write("page.html", "text");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(problem_of(path), path + ": may not be read: permission denied");
}

TEST(ReadRegularFile, ReadsWhatReadFileReads) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_regular_file(folder.write("page.html", gzip_bytes("text")), 1000), "text");
  EXPECT_EQ(problem_of("no/such/page.html", read_regular_file), "no/such/page.html: no such file");
  EXPECT_EQ(problem_of(folder.path().string(), read_regular_file),
            folder.path().string() + ": is a folder: name the files in it");
}

TEST(ReadRegularFile, WaitsForNoFifoAndReadsNoDevice) {
  const TemporaryFolder folder;
  const std::string fifo = (folder.path() / "fifo").string();
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(problem_of(fifo, read_regular_file), fifo + ": not a regular file");
  EXPECT_EQ(problem_of("/dev/zero", read_regular_file), "/dev/zero: not a regular file");
}

}  // namespace
}  // namespace pith
