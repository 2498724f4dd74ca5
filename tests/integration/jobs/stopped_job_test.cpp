#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "tests/integration/jobs/job_harness.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

using std::chrono::milliseconds;

/// A site of `count` stories in a feed, a sitemap of half of them, and redirects to some.
class Site {
 public:
  explicit Site(int count, milliseconds wait = milliseconds(0))
      : count_(count),
        wait_(wait),
        server_([this](const ScriptedRequest& request) { return answer(request); }) {
    std::vector<std::string> urls;
    for (int i = 0; i < count_; ++i)
      urls.push_back(server_.url((i % 10 == 9 ? "/old/" : "/story/") + std::to_string(i)));
    feed_ = feed_of(urls);
  }

  ScriptedServer& server() { return server_; }
  void set_wait(milliseconds wait) { wait_ = wait; }
  std::vector<std::string> sources() const { return {"--feed", server_.url("/feed")}; }

 private:
  ScriptedReply answer(const ScriptedRequest& request) {
    if (request.path == "/feed") return http_answer(200, "Content-Type: application/rss+xml\r\n", feed_);
    if (request.path.rfind("/old/", 0) == 0)
      return http_redirect(server_.url("/story/" + request.path.substr(5)));
    if (request.path.rfind("/story/", 0) != 0) return http_answer(404, "", "");
    auto reply =
        http_answer(200, "Content-Type: text/html\r\n", article_page(std::stoi(request.path.substr(7))));
    reply.wait = wait_.load();
    return reply;
  }

  int count_;
  std::atomic<milliseconds> wait_;
  std::string feed_;
  ScriptedServer server_;
};

std::uint64_t pages_done(const JobHarness& job) {
  const auto status = run_pith({"job", "status", job.store(), "--format", "json"});
  if (status.code != 0) return 0;  // not made yet
  std::uint64_t done = 0;
  const auto report = json_of(status.out);
  for (const auto& line : report["pages"].GetArray()) {
    if (std::string_view(line["state"].GetString()) != "waiting") done += line["pages"].GetUint64();
  }
  return done;
}

TEST(StoppedJob, KilledAtFiftyMomentsItEndsAsIfNothingHadHappened) {
  constexpr int count = 1'200;
  Site site(count);
  const JobHarness undisturbed;
  const auto whole = undisturbed.run(site.sources());
  ASSERT_EQ(whole.code, 0) << whole.error;
  ASSERT_EQ(undisturbed.titles().size(), static_cast<std::size_t>(count));

  // So slow that there is work for all the kills.
  site.set_wait(milliseconds(250));
  const JobHarness job;
  std::mt19937 random(7);
  std::uniform_int_distribution<int> moment(50, 900);
  int killed = 0;
  int grown = 0;
  std::uint64_t done = 0;
  for (int i = 0; i < 50; ++i) {
    RunningProgram run(job.arguments(site.sources()));
    std::this_thread::sleep_for(milliseconds(moment(random)));
    run.signal(SIGKILL);
    if (run.wait().code == -SIGKILL) ++killed;
    if (i % 5 != 4) continue;
    const std::uint64_t now = pages_done(job);
    if (now > std::exchange(done, now)) ++grown;
  }
  EXPECT_GE(killed, 25) << "too few of the kills came while there was work";
  EXPECT_GE(grown, 3) << "the kills came before anything was written: nothing was tested";
  site.set_wait(milliseconds(0));
  const auto last = job.run(site.sources());
  EXPECT_EQ(last.code, 0) << last.error;
  EXPECT_EQ(job.contents(), undisturbed.contents());
}

TEST(StoppedJob, KilledWhileItReadsFilesItEndsAsIfNothingHadHappened) {
  const JobHarness undisturbed;
  std::string lines;
  for (int i = 0; i < 1'500; ++i) {
    lines += "{\"url\":\"https://www.example.com/" + std::to_string(i / 2) + "\",\"html\":\"";
    for (const char c : article_page(i)) lines += c == '"' ? "\\\"" : std::string(1, c);
    lines += "\"}\n";
  }
  const auto file = undisturbed.folder().write("pages.jsonl", lines);
  ASSERT_EQ(undisturbed.run({"--jsonl", file}).code, 0);
  ASSERT_EQ(undisturbed.titles().size(), 750U) << "the later page of each URL";

  const JobHarness job;
  std::mt19937 random(11);
  std::uniform_int_distribution<int> moment(20, 300);
  for (int i = 0; i < 12; ++i) {
    RunningProgram run(job.arguments({"--jsonl", file}));
    std::this_thread::sleep_for(milliseconds(moment(random)));
    run.signal(SIGKILL);
    run.wait();
  }
  EXPECT_EQ(job.run({"--jsonl", file}).code, 0);
  EXPECT_EQ(job.contents(), undisturbed.contents());
}

/// The folder is read on from where it was, and then what came before that place.
TEST(StoppedJob, WhatCameIntoAFolderMeanwhileIsFound) {
  // More than is read of the log, and fits into it and into what lies between the job's threads.
  constexpr int count = 1'800;
  const JobHarness job;
  const std::string long_name(150, 'm');
  for (int i = 0; i < count; ++i)
    job.folder().write("saved/" + long_name + std::to_string(1'000 + i) + ".html", article_page(i));
  const std::vector<std::string> sources{"--folder", (job.folder().path() / "saved").string()};
  const auto log = (job.folder().path() / "log").string();
  ASSERT_EQ(::mkfifo(log.c_str(), 0600), 0);
  {
    auto with_log = sources;
    with_log.insert(with_log.end(), {"--log", log, "--log-level", "info"});
    RunningProgram run(job.arguments(with_log));
    // The job waits where nobody reads its log, for a pipe takes 64 KiB. After so many lines some pages are
    // in the store.
    std::ifstream reader(log);
    std::string line;
    for (int lines = 0; lines < 400; ++lines) ASSERT_TRUE(std::getline(reader, line));
    run.signal(SIGINT);
    while (std::getline(reader, line)) continue;
    EXPECT_EQ(run.wait().code, 130);
  }
  const auto done = job.titles().size();
  ASSERT_GT(done, 0U) << "nothing was read before: nothing was tested";
  ASSERT_LT(done, static_cast<std::size_t>(count)) << "it was over before: nothing was tested";
  job.folder().write("saved/a.html", article_page(count));
  const auto rest = job.run(sources);
  EXPECT_EQ(rest.code, 0) << rest.error;
  EXPECT_EQ(job.titles().size(), static_cast<std::size_t>(count) + 1);
  EXPECT_NE(rest.error.find("; " + std::to_string(done) + " pages known before, passed over"),
            std::string::npos)
      << rest.error;
}

TEST(StoppedJob, TheFirstSignalFinishesWhatIsUnderWay) {
  Site site(300, milliseconds(50));
  const JobHarness job;
  RunningProgram run(job.arguments(site.sources()));
  while (site.server().requests().size() < 40) std::this_thread::sleep_for(milliseconds(5));
  run.signal(SIGINT);
  const auto ended = run.wait();
  EXPECT_EQ(ended.code, 130) << ended.error;
  EXPECT_NE(ended.error.find("interrupted"), std::string::npos) << ended.error;
  EXPECT_EQ(ended.error.find("Ctrl-C"), std::string::npos) << "it is to be quiet: " << ended.error;
  const auto done = job.titles().size();
  EXPECT_GT(done, 0U);
  EXPECT_LT(done, 300U);
  EXPECT_EQ(job.run(site.sources()).code, 0);
  EXPECT_EQ(job.titles().size(), 300U);
  for (int i = 0; i < 300; ++i) {
    if (i % 10 == 9) continue;
    EXPECT_EQ(site.server().count("/story/" + std::to_string(i)), 1U) << "none is fetched twice";
  }
}

TEST(StoppedJob, TheFirstSignalIsAnswered) {
  Site site(300, milliseconds(50));
  const JobHarness job;
  auto arguments = job.arguments(site.sources());
  arguments.erase(std::find(arguments.begin(), arguments.end(), "--quiet"));
  RunningProgram run(arguments);
  while (site.server().requests().size() < 20) std::this_thread::sleep_for(milliseconds(5));
  run.signal(SIGINT);
  const auto ended = run.wait();
  EXPECT_EQ(ended.code, 130) << ended.error;
  EXPECT_EQ(ended.error.rfind("pith: finishing what is under way; Ctrl-C again ends at once\n", 0), 0U)
      << ended.error;
}

TEST(StoppedJob, TheFirstSignalEndsAnOutputTheNextRunWritesIt) {
  constexpr int count = 150;
  const JobHarness job;
  for (int i = 0; i < count; ++i) job.folder().write("saved/" + std::to_string(i) + ".html", article_page(i));
  const auto config = job.folder().write(
      "job.toml",
      "store = \"job.db\"\n[[source]]\nfolder = \"saved\"\n[[output]]\nformat = \"jsonl\"\npath = \"pipe\"\n"
      "[[output]]\nformat = \"csv\"\npath = \"all.csv\"\n");
  const auto pipe = job.folder().path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto lines_through_pipe = [&](RunningProgram& run, bool is_stopped) {
    // Waits until the output is begun; then it cannot end before it is read, for a pipe takes 64 KiB.
    std::ifstream reader(pipe);
    if (is_stopped) run.signal(SIGINT);
    int lines = 0;
    for (std::string line; std::getline(reader, line);) ++lines;
    return lines;
  };
  {
    RunningProgram run({"job", "run", config, "--quiet"});
    EXPECT_LT(lines_through_pipe(run, true), count);
    const auto ended = run.wait();
    EXPECT_EQ(ended.code, 130) << ended.error;
    EXPECT_NE(ended.error.find("the same command goes on from here"), std::string::npos) << ended.error;
  }
  EXPECT_EQ(job.titles().size(), static_cast<std::size_t>(count)) << "what was done is there";
  EXPECT_FALSE(std::filesystem::exists(job.folder().path() / "all.csv"));
  RunningProgram again({"job", "run", config, "--quiet"});
  EXPECT_EQ(lines_through_pipe(again, false), count);
  EXPECT_EQ(again.wait().code, 0);
  EXPECT_TRUE(std::filesystem::exists(job.folder().path() / "all.csv"));
}

/// A FIFO that somebody may still write to, for the test has it open.
class OpenFifo {
 public:
  explicit OpenFifo(const TemporaryFolder& folder) : path_((folder.path() / "fifo").string()) {
    EXPECT_EQ(::mkfifo(path_.c_str(), 0600), 0);
    end_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
  }
  ~OpenFifo() { ::close(end_); }
  OpenFifo(const OpenFifo&) = delete;
  OpenFifo& operator=(const OpenFifo&) = delete;

  const std::string& path() const { return path_; }
  void write(const std::string& bytes) const {
    EXPECT_EQ(::write(end_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }

 private:
  std::string path_;
  int end_ = -1;
};

void wait_for_a_request(const ScriptedServer& server, const std::string& path) {
  while (server.count(path) == 0) std::this_thread::sleep_for(milliseconds(5));
}

TEST(StoppedJob, TheFirstSignalEndsWaitingForStandardInput) {
  Site site(2);
  const JobHarness job;
  const OpenFifo input(job.folder());
  RunningProgram run(job.arguments({"--urls", "-"}), input.path());
  input.write(site.server().url("/story/0") + "\n" + site.server().url("/story/1").substr(0, 12));
  wait_for_a_request(site.server(), "/story/0");
  run.signal(SIGINT);
  const auto ended = run.wait();
  EXPECT_EQ(ended.code, 130) << ended.error;
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(0)}) << ended.error;
  EXPECT_EQ(job.pages("waiting"), std::vector<std::string>{}) << "half a line is no page";
}

TEST(StoppedJob, TheFirstSignalEndsWaitingForAFifo) {
  Site site(2);
  for (const bool is_written_to : {true, false}) {
    const JobHarness job;
    const TemporaryFolder folder;
    const OpenFifo fifo(folder);
    std::string path = fifo.path();
    if (!is_written_to) {
      path = (job.folder().path() / "nobody").string();
      ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    }
    const std::string page = is_written_to ? "/story/0" : "/story/1";
    RunningProgram run(job.arguments({"--url", site.server().url(page), "--urls", path}));
    wait_for_a_request(site.server(), page);
    run.signal(SIGINT);
    const auto ended = run.wait();
    EXPECT_EQ(ended.code, 130) << ended.error;
    EXPECT_EQ(job.titles().size(), 1U) << ended.error;
  }
}

TEST(StoppedJob, ASecondJobOnTheSameStoreIsRefused) {
  Site site(300, milliseconds(50));
  const JobHarness job;
  RunningProgram run(job.arguments(site.sources()));
  while (site.server().requests().size() < 20) std::this_thread::sleep_for(milliseconds(5));
  const auto second = job.run(site.sources());
  EXPECT_EQ(second.code, 3) << second.error;
  EXPECT_NE(second.error.find("in use"), std::string::npos) << second.error;
  EXPECT_EQ(run_pith({"job", "status", job.store()}).code, 0) << "looking is allowed";
}

TEST(StoppedJob, AFullDiskStopsItAndItGoesOnWhenThereIsRoom) {
  Site site(300);
  const JobHarness job;
  std::string command = "ulimit -f 700; exec $PITH";
  for (const auto& word : job.arguments(site.sources())) command += " '" + word + "'";
  const auto full = run_shell(command);
  EXPECT_EQ(full.code, 3) << full.error;
  EXPECT_NE(full.error.find("no room left"), std::string::npos) << full.error;
  const auto done = job.titles().size();
  EXPECT_LT(done, 300U);
  const auto rest = job.run(site.sources());
  EXPECT_EQ(rest.code, 0) << rest.error;
  EXPECT_EQ(job.titles().size(), 300U);
}

}  // namespace
}  // namespace pith
