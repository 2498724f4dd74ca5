#include "core/batch/byte_source.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "pith/error.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::string all_of(ByteSource& source) {
  std::string bytes;
  char buffer[7];
  while (const std::size_t got = source.read(buffer, sizeof(buffer))) bytes.append(buffer, got);
  return bytes;
}

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe(ends), 0); }
  ~Pipe() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  int ends[2] = {-1, -1};
};

TEST(FileSource, ReadsPlainAndGzipFiles) {
  const TemporaryFolder folder;
  EXPECT_EQ(all_of(*file_source(folder.write("a.jsonl", "line one\nline two\n"))), "line one\nline two\n");
  EXPECT_EQ(all_of(*file_source(folder.write("b.jsonl.gz", gzip_bytes("line one\n")))), "line one\n");
}

TEST(FileSource, SaysThatGzipDataBreaksOff) {
  const TemporaryFolder folder;
  const std::string whole = gzip_bytes(std::string(5000, 'a') + "b");
  const auto source = file_source(folder.write("a.gz", whole.substr(0, whole.size() - 4)));
  EXPECT_THROW(all_of(*source), Error);
}

TEST(FileSource, RefusesFoldersAndMissingFiles) {
  const TemporaryFolder folder;
  EXPECT_THROW(file_source(folder.path().string()), Error);
  EXPECT_THROW(file_source((folder.path() / "none").string()), Error);
}

TEST(DescriptorSource, GivesWhatIsThereWithoutWaitingForMore) {
  const Pipe pipe;
  ASSERT_EQ(::write(pipe.ends[1], "abc", 3), 3);
  const auto source = descriptor_source(pipe.ends[0], -1, "standard input");
  char buffer[100];
  EXPECT_EQ(source->read(buffer, sizeof(buffer)), 3U);
}

TEST(DescriptorSource, EndsWhenItIsTimeToStop) {
  const Pipe pipe;
  const Pipe stop;
  ASSERT_EQ(::write(stop.ends[1], "x", 1), 1);
  const auto source = descriptor_source(pipe.ends[0], stop.ends[0], "standard input");
  char buffer[100];
  EXPECT_EQ(source->read(buffer, sizeof(buffer)), 0U);
}

}  // namespace
}  // namespace pith
