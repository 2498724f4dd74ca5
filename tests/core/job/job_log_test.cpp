#include "core/job/job_log.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> logged(JobLogOptions options, std::vector<std::string>& watched) {
  const TemporaryFolder folder;
  options.path = (folder.path() / "job.log").string();
  {
    JobLog log(options, [&watched](const std::string& line) { watched.push_back(line); });
    log.write(JobLog::Level::debug, "small");
    log.write(JobLog::Level::info, "done", {{"url", "https://example.com/\"a\""}, {"reason", ""}});
    log.write(JobLog::Level::warning, "failed", {{"url", "https://example.com/{b}"}, {"reason", "one\ntwo"}});
  }
  return lines_of(options.path);
}

TEST(JobLog, WritesLinesOfTextFromItsLevelOn) {
  std::vector<std::string> watched;
  const auto lines = logged({}, watched);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines[0].find("Z info done: url=https://example.com/\"a\""), std::string::npos) << lines[0];
  EXPECT_NE(lines[1].find("Z warning failed: url=https://example.com/{b} reason="), std::string::npos)
      << lines[1];
  EXPECT_EQ(watched, std::vector<std::string>{"https://example.com/{b}: failed: one two"})
      << "only what someone has to know, the place first";
}

TEST(JobLog, WritesJsonLines) {
  std::vector<std::string> watched;
  JobLogOptions options;
  options.format = "json";
  options.level = "debug";
  const auto lines = logged(options, watched);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].substr(lines[1].find(",\"level\"")),
            R"(,"level":"info","message":"done","url":"https://example.com/\"a\""})");
  EXPECT_NE(lines[2].find(R"("reason":"one\ntwo"})"), std::string::npos) << lines[2];
}

TEST(JobLog, AFileThatCannotBeWrittenIsToldAtOnce) {
  JobLogOptions options;
  const TemporaryFolder folder;
  options.path = folder.write("file", "") + "/job.log";
  const auto error = error_of([&] { JobLog(options, [](const std::string&) {}); });
  EXPECT_EQ(error.rfind(options.path + ": the log cannot be written: ", 0), 0U) << error;
}

}  // namespace
}  // namespace pith
