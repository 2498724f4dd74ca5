#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/integration/jobs/job_harness.hpp"

namespace pith {
namespace {

std::string json_line(int number, const std::string& url) {
  std::string line = "{\"id\":" + std::to_string(number) +
                     ",\"url\":" + (url.empty() ? "null" : "\"" + url + "\"") + ",\"html\":\"";
  for (const char c : article_page(number)) line += c == '"' ? "\\\"" : std::string(1, c);
  return line + "\"}\n";
}

std::string warc_record(int number, const std::string& url) {
  const std::string page = article_page(number);
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2025-08-01T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-" +
         std::to_string(100'000'000'000 + number) +
         ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

TEST(FileJob, ReadsFoldersLinesAndArchives) {
  const JobHarness job;
  job.folder().write("saved/a.html", article_page(1));
  job.folder().write("saved/below/b.htm", article_page(2));
  job.folder().write("saved/notes.txt", "no page");
  const auto lines =
      job.folder().write("pages.jsonl", json_line(3, "https://www.example.com/3") + json_line(4, ""));
  const auto archive = job.folder().write("pages.warc", warc_record(5, "https://www.example.com/5"));
  const std::vector<std::string> sources{
      "--folder", (job.folder().path() / "saved").string(), "--jsonl", lines, "--warc", archive};
  const auto run = job.run(sources);
  EXPECT_EQ(run.code, 0) << run.error;
  std::vector<std::string> expected;
  for (int i = 1; i <= 5; ++i) expected.push_back(article_title(i));
  EXPECT_EQ(job.titles(), expected) << run.error;

  const auto before = job.contents();
  const auto again = job.run(sources);
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(job.contents(), before) << "nothing is there twice";
}

TEST(FileJob, OnePageInTwoArchivesIsOnePageAndTheLaterOneStays) {
  const JobHarness job;
  std::string older = warc_record(1, "https://www.example.com/a");
  std::string newer = warc_record(2, "https://www.example.com/a");
  newer.replace(newer.find("2025-08-01"), 10, "2025-09-01");
  const auto first = job.folder().write("first.warc", newer);
  const auto second = job.folder().write("second.warc", older);
  EXPECT_EQ(job.run({"--warc", first, "--warc", second}).code, 0);
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(2)});
}

TEST(FileJob, AnArchiveThatEndsInTheMiddleIsReadAsFarAsItGoes) {
  const JobHarness job;
  const std::string whole =
      warc_record(1, "https://www.example.com/1") + warc_record(2, "https://www.example.com/2");
  const auto archive = job.folder().write("cut.warc", whole.substr(0, whole.size() - 400));
  const auto run = job.run({"--warc", archive});
  EXPECT_EQ(run.code, 1) << "something was lost";
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});
  EXPECT_NE(run.error.find("1 record could not be read"), std::string::npos) << run.error;
  const auto status = run_pith({"job", "status", job.store()});
  EXPECT_NE(status.out.find("1 records lost"), std::string::npos) << status.out;
}

TEST(FileJob, ASourceThatIsNotThereIsToldBeforeAnythingIsDone) {
  const JobHarness job;
  const auto run = job.run({"--urls", (job.folder().path() / "none.txt").string()});
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.error.find("none.txt"), std::string::npos) << run.error;
}

TEST(FileJob, CopiesAreLinkedToTheirOriginal) {
  const JobHarness job;
  std::string original = article_page(1);
  std::string copy = article_page(1);
  copy.insert(copy.find("</article>"),
              "<p>This was first seen elsewhere and is shown here with a line more.</p>");
  const auto page_line = [](const std::string& url, const std::string& html) {
    std::string line = "{\"url\":\"" + url + "\",\"html\":\"";
    for (const char c : html) line += c == '"' ? "\\\"" : std::string(1, c);
    return line + "\"}\n";
  };
  original.insert(original.find("<title>"),
                  "<meta property=article:published_time content=2025-08-01T08:00:00Z>");
  copy.insert(copy.find("<title>"), "<meta property=article:published_time content=2025-08-02T08:00:00Z>");
  const auto lines =
      job.folder().write("pages.jsonl", page_line("https://aggregator.example/copy", copy) +
                                            page_line("https://paper.example/original", original) +
                                            json_line(2, "https://paper.example/2"));
  const auto run = job.run({"--jsonl", lines});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_NE(run.error.find("1 article is a near-copy of another one"), std::string::npos) << run.error;
  const auto all = run_pith({"job", "export", job.store()});
  EXPECT_NE(all.out.find("paper.example/original"), std::string::npos);
  const auto originals = run_pith({"job", "export", job.store(), "--originals-only"});
  EXPECT_EQ(originals.out.find("https://aggregator.example/copy"), std::string::npos) << originals.out;
  EXPECT_NE(originals.out.find("https://paper.example/original"), std::string::npos);
  EXPECT_NE(originals.error.find("2 articles"), std::string::npos) << originals.error;
}

TEST(FileJob, AFilterLeavesOutAndAccountsFor) {
  const JobHarness job;
  const auto lines = job.folder().write("pages.jsonl", json_line(1, "https://www.example.com/article/1") +
                                                           json_line(2, "https://www.example.com/video/2"));
  const auto config =
      job.folder().write("job.toml",
                         "store = \"job.db\"\n[[source]]\njsonl = \"pages.jsonl\"\n[filter]\n"
                         "include = \"*/article/*\"\n[[output]]\nformat = \"csv\"\npath = \"all.csv\"\n");
  const auto run = run_pith({"job", "run", config, "--quiet"});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});
  EXPECT_EQ(job.pages("filtered").size(), 1U);
  EXPECT_TRUE(std::filesystem::exists(job.folder().path() / "all.csv"));
}

}  // namespace
}  // namespace pith
