#include "core/source/stoppable_source.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "tests/core/archive/warc_text.hpp"
#include "tests/core/source/read_source.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0); }
  ~Pipe() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  void write(const std::string& bytes) const {
    EXPECT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  int ends[2] = {-1, -1};
};

/// Standard input that stays open and brings no more than is written.
class StandardInput {
 public:
  StandardInput() : before_(::dup(STDIN_FILENO)) { ::dup2(pipe_.ends[0], STDIN_FILENO); }
  ~StandardInput() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  void write(const std::string& bytes) const { pipe_.write(bytes); }

 private:
  Pipe pipe_;
  int before_;
};

struct Started {
  std::string kind;
  std::string whole;
  std::size_t items;  ///< in `whole`
  std::string half;   ///< the beginning of one more
};

std::vector<Started> started() {
  const std::string first = warc_page("https://example.com/a", std::string(3'000, 'a'));
  const std::string record = warc_page("https://example.com/b", std::string(5'000, 'b'));
  const std::string member = gzip_bytes(record);
  return {{"urls", "https://example.com/a\n", 1, "https://example.com/hal"},
          {"jsonl", "{\"url\":\"https://example.com/a\",\"html\":\"<p>a\"}\n", 1, "{\"url\":\"https://ex"},
          {"warc", first, 1, record.substr(0, 3'000)},
          {"warc", gzip_members({first, record}), 2, member.substr(0, member.size() - 20)}};
}

TEST(StoppableSource, LeavesStandardInputWithoutHalfAnItem) {
  for (const Started& bytes : started()) {
    const StandardInput input;
    const Pipe stop;
    input.write(bytes.whole + bytes.half);
    const auto source = open_page_source(bytes.kind, "-", "", Limits{}, stop.ends[0]);
    for (std::size_t i = 0; i < bytes.items; ++i) {
      const auto item = source->next();
      ASSERT_TRUE(item) << bytes.kind;
      EXPECT_EQ(item->error, "");
    }
    stop.write("x");
    EXPECT_FALSE(source->next()) << bytes.kind;
    EXPECT_FALSE(source->next()) << bytes.kind;
    EXPECT_EQ(source->problem(), "") << bytes.kind;
    EXPECT_EQ(source->lost(), 0U) << bytes.kind;
  }
}

TEST(StoppableSource, IsStoppedWhileItIsOpened) {
  const TemporaryFolder folder;
  const std::string fifo = (folder.path() / "fifo").string();
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  const StandardInput input;
  const Pipe stop;
  stop.write("x");
  for (const std::string kind : {"urls", "jsonl", "warc"}) {
    for (const std::string& location : {std::string("-"), fifo}) {
      const auto source = open_page_source(kind, location, "", Limits{}, stop.ends[0]);
      EXPECT_FALSE(source->next()) << kind << ' ' << location;
      EXPECT_EQ(source->problem(), "");
      EXPECT_EQ(source->bytes_total(), 0U);
    }
  }
}

TEST(StoppableSource, IsTheSourceAsLongAsNobodyStopsIt) {
  const TemporaryFolder folder;
  const Pipe stop;
  const std::string path = folder.write("urls.txt", "https://example.com/a\nno URL\nhttps://example.com/b");
  const auto source = open_page_source("urls", path, "", Limits{}, stop.ends[0]);
  EXPECT_EQ(items_of(*source).size(), 3U);
  EXPECT_EQ(source->lost(), 1U);
  EXPECT_EQ(source->bytes_read(), source->bytes_total());
  const std::string missing = path + ".none";
  EXPECT_EQ(error_of([&] { open_page_source("urls", missing, "", Limits{}, stop.ends[0]); }),
            missing + ": no such file");
  const std::string cut = gzip_bytes(warc_page("https://example.com/a", std::string(500, 'a')));
  const auto broken = open_page_source("warc", folder.write("cut.warc.gz", cut.substr(0, cut.size() - 20)),
                                       "", Limits{}, stop.ends[0]);
  items_of(*broken);
  EXPECT_NE(broken->problem(), "");
}

}  // namespace
}  // namespace pith
