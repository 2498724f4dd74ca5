#include "core/batch/byte_source.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace pith {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe(ends), 0); }
  ~Pipe() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  int ends[2] = {-1, -1};
};

TEST(DescriptorSource, GivesWhatIsThereWithoutWaitingForMore) {
  const Pipe pipe;
  ASSERT_EQ(::write(pipe.ends[1], "abc", 3), 3);
  const auto source = descriptor_source(pipe.ends[0], -1, "standard input");
  char buffer[100];
  EXPECT_EQ(source->read(buffer, sizeof(buffer)), 3U);
}

TEST(DescriptorSource, IsLeftWhenItIsTimeToStop) {
  const Pipe pipe;
  const Pipe stop;
  ASSERT_EQ(::write(stop.ends[1], "x", 1), 1);
  const auto source = descriptor_source(pipe.ends[0], stop.ends[0], "standard input");
  char buffer[100];
  EXPECT_THROW(source->read(buffer, sizeof(buffer)), InputStopped);
}

}  // namespace
}  // namespace pith
