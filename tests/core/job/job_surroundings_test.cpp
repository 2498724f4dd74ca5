#include "core/job/job_surroundings.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using Lines = std::vector<std::string>;

/// What is missing, without the folder.
Lines missing(const JobPlan& plan, const TemporaryFolder& folder) {
  Lines lines = missing_around(plan);
  for (auto& line : lines) {
    const std::string start = folder.path().string() + "/";
    for (auto at = line.find(start); at != std::string::npos; at = line.find(start))
      line.erase(at, start.size());
  }
  return lines;
}

TEST(JobSurroundings, AllThatIsMissingIsTold) {
  const TemporaryFolder folder;
  const std::string at = folder.path().string() + "/";
  folder.write("pages.jsonl", "{}\n");
  folder.write("saved/a.html", "<p>a");
  JobPlan plan;
  plan.store = at + "none/job.db";
  plan.places["store"] = "job.toml:1:9";
  plan.sources = {{"jsonl", at + "pages.json"},
                  {"folder", at + "saved"},
                  {"folder", at + "saved/a.html", true, "job.toml:4:10"},
                  {"warc", at + "saved"},
                  {"urls", "-"},
                  {"feed", "https://www.example.com/feed"}};
  plan.outputs = {{"markdown", at + "articles", false, {}},
                  {"markdown", at + "none/articles", false, {}},
                  {"csv", at + "saved", false, {}},
                  {"html", "-", false, {}},
                  {"jsonl", "/dev/stdout", false, {}}};
  plan.log.path = at + "none/job.log";
  plan.metrics.path = at + "pages.jsonl/x";
  const Lines expected{
      "--jsonl 'pages.json': no such file (did you mean 'pages.jsonl'?)",
      ("job.toml:4:10: folder 'saved/a.html': is no folder: name a file as a source of its own kind: urls, "
       "warc, jsonl"),
      "--warc 'saved': is a folder: name the files in it",
      "job.toml:1:9: store 'none/job.db': there is no folder 'none': make it first",
      "--output 'none/articles': there is no folder 'none': make it first",
      "--output 'saved': is a folder, not a file",
      "--log 'none/job.log': there is no folder 'none': make it first",
      "--metrics-file 'pages.jsonl/x': 'pages.jsonl' is no folder",
  };
  EXPECT_EQ(missing(plan, folder), expected);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "articles")) << "nothing is made";
}

TEST(JobSurroundings, TheFileOfPasswordsIsThere) {
  const TemporaryFolder folder;
  JobPlan plan;
  plan.store = (folder.path() / "job.db").string();
  plan.fetch.netrc = folder.write("passwords", "machine board.example login gannet password x\n");
  EXPECT_EQ(missing_around(plan), Lines());
  plan.fetch.netrc = (folder.path() / "pasword").string();
  plan.places["fetch.netrc"] = "job.toml:3:1";
  EXPECT_EQ(missing_around(plan), Lines{"job.toml:3:1: fetch.netrc '" + plan.fetch.netrc +
                                        "': No such file or directory (did you mean 'passwords'?)"});
}

TEST(JobSurroundings, NobodyWaitsForWhatComesWhenItLikes) {
  const TemporaryFolder folder;
  const std::string pipe = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  JobPlan plan;
  plan.store = (folder.path() / "job.db").string();
  plan.sources = {{"warc", pipe}};
  EXPECT_EQ(missing_around(plan), Lines());
}

TEST(JobSurroundings, ASocketIsToldAtOnceForItCannotBeOpened) {
  const TemporaryFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (folder.path() / "socket").string();
  ASSERT_LT(path.size(), sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  JobPlan plan;
  plan.store = (folder.path() / "job.db").string();
  plan.sources = {{"warc", path}};
  EXPECT_EQ(missing_around(plan).size(), 1U);
  ::close(socket);
}

}  // namespace
}  // namespace pith
