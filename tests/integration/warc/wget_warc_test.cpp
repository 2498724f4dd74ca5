// What wget's --warc-file writes of a small site is read whole, and as far as it goes when it is cut or
// damaged.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "core/archive/warc_pages.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

/// The site of serve.py while it lives.
class Site {
 public:
  Site() {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return;
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execlp("python3", "python3", PITH_WARC_SITE, nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    char digit = 0;
    while (::read(ends[0], &digit, 1) == 1 && digit != '\n') port_ += digit;
    ::close(ends[0]);
  }
  ~Site() {
    if (child_ <= 0) return;  // to everybody, were it sent
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  std::string url() const { return "http://127.0.0.1:" + port_; }

 private:
  pid_t child_ = -1;
  std::string port_;
};

/// A page of serve.py.
std::string story(const std::string& title, const std::string& sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence;
  return "<!doctype html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" +
         text + "</p></body></html>";
}

struct Archive {
  std::map<std::string, std::string> pages;  ///< path and bytes
  WarcCounts counts;
  std::string problem;
  std::uint64_t lost = 0;
};

class WgetWarc : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"wget", "python3", "zstd"}) {
      if (!has_program(program))
        GTEST_SKIP() << program << " is not installed: NOTHING IS TESTED; run scripts/setup";
    }
  }

  /// Gets the site with wget; the archive is `name` with wget's suffix.
  std::string record(const std::string& options, const std::string& suffix) {
    const std::string command = "cd " + folder_.path().string() +
                                " && wget -q -r -l 1 --delete-after -e robots=off " + options +
                                " --warc-file=site " + site_.url() + "/";
    EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 8)
        << "of two pages the server says that they cannot be had";
    return (folder_.path() / ("site" + suffix)).string();
  }

  Archive read(const std::string& path) const {
    WarcPages pages(open_archive_stream(RawInput::of_file(path), path), Limits{});
    Archive archive;
    while (const auto page = pages.next()) {
      EXPECT_EQ(page->error, "");
      EXPECT_TRUE(page->page.url.starts_with(site_.url())) << page->page.url;
      archive.pages[page->page.url.substr(site_.url().size())] = page->page.bytes;
    }
    archive.counts = pages.counts();
    archive.problem = pages.problem();
    archive.lost = pages.lost();
    return archive;
  }

  void expect_whole(const Archive& archive) const {
    EXPECT_EQ(archive.pages.size(), 7U);
    const auto page = [&](const char* path) {
      const auto found = archive.pages.find(path);
      return found == archive.pages.end() ? "none" : found->second;
    };
    EXPECT_EQ(page("/plain"), story("Plain", "The ferry sails at six.", 1));
    EXPECT_EQ(page("/chunked"), story("Chunked", "The ferry sails in parts. ", 2000));
    EXPECT_EQ(page("/gzip"), story("Packed", "The ferry sails packed. ", 500));
    EXPECT_EQ(page("/latin"), story("Caf\xe9", "Un caf\xe9 au port.", 1));
    EXPECT_EQ(page("/large"), story("Large", "The ferry is long. ", 60000));
    EXPECT_TRUE(page("/feed.xml").starts_with("<?xml"));
    EXPECT_EQ(archive.counts.redirects, 1U);
    EXPECT_EQ(archive.counts.errors, 2U);
    EXPECT_EQ(archive.counts.other_digests, 0U);
    EXPECT_EQ(archive.counts.broken_bodies, 0U);
    EXPECT_EQ(archive.problem, "");
    EXPECT_EQ(archive.lost, 0U);
  }

  std::string bytes_of(const std::string& path) const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TemporaryFolder folder_;
  Site site_;
};

TEST_F(WgetWarc, IsReadWholeFromGzip) {
  expect_whole(read(record("", ".warc.gz")));
}

TEST_F(WgetWarc, IsReadWholeFromPlainAndZstd) {
  const std::string plain = record("--no-warc-compression", ".warc");
  expect_whole(read(plain));
  ASSERT_EQ(std::system(("zstd -q " + plain).c_str()), 0);
  expect_whole(read(plain + ".zst"));
}

TEST_F(WgetWarc, IsReadAsFarAsItGoes) {
  const std::string path = record("", ".warc.gz");
  const std::string whole = bytes_of(path);
  const Archive cut = read(folder_.write("cut.warc.gz", whole.substr(0, whole.size() / 2)));
  EXPECT_GE(cut.pages.size(), 1U);
  EXPECT_LT(cut.pages.size(), 7U);
  EXPECT_EQ(cut.lost, 1U);
  EXPECT_NE(cut.problem.find("breaks off"), std::string::npos);
}

TEST_F(WgetWarc, LosesOneRecordByOneDamagedByte) {
  const std::string path = record("", ".warc.gz");
  std::string bytes = bytes_of(path);
  // In the middle of the compressed data of the largest record.
  std::size_t at = bytes.size() / 2;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  const Archive damaged = read(folder_.write("damaged.warc.gz", bytes));
  EXPECT_GE(damaged.pages.size(), 6U);
  EXPECT_EQ(damaged.lost, 1U);
  EXPECT_TRUE(damaged.problem.starts_with("1 record lost in damaged places (")) << damaged.problem;
}

}  // namespace
}  // namespace pith
