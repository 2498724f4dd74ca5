#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/integration/jobs/job_harness.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/json_of.hpp"

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
  EXPECT_NE(again.error.find("0 pages in "), std::string::npos) << again.error;
  EXPECT_NE(again.error.find("; 2 pages known before, passed over"), std::string::npos)
      << "the folder is gone through, the files are at their ends: " << again.error;
}

TEST(FileJob, WhatIsKnownIsNotExtractedAgainAndWhatHasChangedIs) {
  const JobHarness job;
  for (int i = 1; i <= 3; ++i) job.folder().write("saved/" + std::to_string(i) + ".html", article_page(i));
  std::string lines = json_line(4, "https://www.example.com/4") + json_line(5, "");
  const std::string archive =
      warc_record(6, "https://www.example.com/6") + warc_record(7, "https://www.example.com/7");
  const std::vector<std::string> sources{"--folder", (job.folder().path() / "saved").string(),
                                         "--jsonl",  job.folder().write("pages.jsonl", lines),
                                         "--warc",   job.folder().write("pages.warc", archive)};
  ASSERT_EQ(job.run(sources).code, 0);
  const auto extractions = [&] {
    const auto numbers = job.folder().path() / "job.prom";
    auto with = sources;
    with.insert(with.end(), {"--metrics-file", numbers.string()});
    const auto run = job.run(with);
    EXPECT_EQ(run.code, 0) << run.error;
    const auto shown = run_shell("grep 'extractions_total{status=\"ok\"}' " + numbers.string());
    return shown.out.substr(shown.out.rfind(' ') + 1);
  };
  run_pith({"job", "retry", job.store(), "--state", "done"});
  EXPECT_EQ(extractions(), "7\n") << "all were asked for";
  EXPECT_EQ(extractions(), "0\n");
  job.folder().write("saved/2.html", article_page(12));
  job.folder().write("saved/0.html", article_page(10));
  EXPECT_EQ(extractions(), "2\n") << "one has come, one has changed";
  std::vector<std::string> expected;
  for (const int i : {1, 3, 4, 5, 6, 7, 10, 12}) expected.push_back(article_title(i));
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(job.titles(), expected);
}

/// A failed page opens its file, and what else is in it is passed over.
TEST(FileJob, ALineWhoseFileIsNotThereIsAPageThatFailed) {
  const JobHarness job;
  const auto path = (job.folder().path() / "late.html").string();
  const auto lines =
      job.folder().write("pages.jsonl", json_line(1, "https://www.example.com/1") +
                                            "{\"url\":\"https://www.example.com/2\",\"path\":\"" + path +
                                            "\"}\n" + "{\"path\":\"" + path + ".too\"}\n" + json_line(3, ""));
  const auto first = job.run({"--jsonl", lines});
  EXPECT_EQ(first.code, 1) << first.error;
  EXPECT_NE(first.error.find(": 2 ok, 2 failed; 2 articles"), std::string::npos) << first.error;
  const std::string reason = "no such file: '" + path + "'";
  ASSERT_EQ(job.pages("failed").size(), 2U);
  EXPECT_EQ(job.pages("failed")[0], "failed\thttps://www.example.com/2\t" + reason);
  EXPECT_EQ(job.pages("failed")[1], "failed\t" + lines + ":3\tno such file: '" + path + ".too'");
  EXPECT_NE(run_pith({"job", "status", job.store()}).out.find("2  no such file: '...'"), std::string::npos);

  EXPECT_EQ(job.run({"--jsonl", lines}).code, 1) << "it is not forgotten";
  EXPECT_NE(run_pith({"job", "retry", job.store()}).error.find("2 pages were put back"), std::string::npos);
  const auto still = job.run({"--jsonl", lines});
  EXPECT_EQ(still.code, 1) << still.error;
  EXPECT_NE(still.error.find(": 2 failed; 0 articles; 2 pages known before"), std::string::npos)
      << still.error;

  job.folder().write("late.html", article_page(2));
  job.folder().write("late.html.too", article_page(4));
  run_pith({"job", "retry", job.store()});
  const auto last = job.run({"--jsonl", lines});
  EXPECT_EQ(last.code, 0) << last.error;
  EXPECT_EQ(job.titles(), (std::vector<std::string>{article_title(1), article_title(2), article_title(3),
                                                    article_title(4)}));
  EXPECT_EQ(job.pages("failed").size(), 0U);
}

/// Of two files of one page the one that is there is read, and a file that is back is read again.
TEST(FileJob, AFileThatWasReadAndIsGoneIsNotTheOneThatCounts) {
  const JobHarness job;
  const auto first = job.folder().write("f1.html", article_page(1));
  const auto second = job.folder().write("f2.html", article_page(2));
  const auto line = [](const std::string& path) {
    return "{\"url\":\"https://www.example.com/1\",\"path\":\"" + path + "\"}\n";
  };
  const auto lines = job.folder().write("pages.jsonl", line(first) + line(second));
  const auto run = [&] {
    return run_shell("exec $PITH job run --quiet --store " + job.store() + " --jsonl - <" + lines);
  };
  EXPECT_EQ(run().code, 0);
  ASSERT_EQ(job.titles(), std::vector<std::string>{article_title(2)});

  std::filesystem::remove(second);
  run_pith({"job", "retry", job.store(), "--state", "done"});
  EXPECT_EQ(run().code, 0);
  EXPECT_EQ(job.pages("failed"), std::vector<std::string>{});
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});

  std::filesystem::remove(first);
  run_pith({"job", "retry", job.store(), "--state", "done"});
  EXPECT_EQ(run().code, 1);
  EXPECT_EQ(job.pages("failed").size(), 1U);
  job.folder().write("f1.html", article_page(1));
  EXPECT_EQ(run().code, 0);
  EXPECT_EQ(job.pages("failed"), std::vector<std::string>{});
}

TEST(FileJob, WhatIsLostIsToldInEveryRun) {
  const JobHarness job;
  const std::string whole =
      warc_record(1, "https://www.example.com/1") + warc_record(2, "https://www.example.com/2");
  const auto archive = job.folder().write("cut.warc", whole.substr(0, whole.size() - 400));
  const auto lines =
      job.folder().write("pages.jsonl", "no JSON\n" + json_line(3, "https://www.example.com/3"));
  for (int i = 0; i < 2; ++i) {
    const auto run = job.run({"--warc", archive, "--jsonl", lines});
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("2 records lost or damaged"), std::string::npos) << run.error;
  }
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
  EXPECT_NE(run.error.find("1 record lost or damaged"), std::string::npos) << run.error;
  const auto status = run_pith({"job", "status", job.store()});
  EXPECT_NE(status.out.find(": read to its end, 1 record lost or damaged (1 record lost in damaged places"),
            std::string::npos)
      << status.out;
}

/// sha1 of article_page(1) cannot be this one.
TEST(FileJob, ADamagedPageIsTakenAndToldOfInTheStoreAndByTheExitCode) {
  const JobHarness job;
  std::string damaged = warc_record(1, "https://www.example.com/1");
  damaged.insert(damaged.find("Content-Type: application/http"),
                 "WARC-Payload-Digest: sha1:CFOGPAY55CXZY3KEUHG3V5BKMHMZCX7R\r\n");
  const auto archive = job.folder().write("a.warc", damaged + warc_record(2, "https://www.example.com/2"));
  for (int i = 0; i < 2; ++i) {
    const auto run = job.run({"--warc", archive});
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("1 record lost or damaged"), std::string::npos) << run.error;
    EXPECT_EQ(job.titles().size(), 2U);
    const auto status = run_pith({"job", "status", job.store()});
    EXPECT_NE(status.out.find("a.warc: read to its end, 1 record lost or damaged"), std::string::npos)
        << status.out;
    if (i > 0) continue;
    EXPECT_NE(status.out.find("(1 page has another digest than its record says)"), std::string::npos)
        << status.out;
  }
}

TEST(FileJob, AFolderIsTheSameHoweverItIsSpelled) {
  const JobHarness job;
  job.folder().write("saved/a.html", article_page(1));
  const std::string folder = (job.folder().path() / "saved").string();
  ASSERT_EQ(job.run({"--folder", folder}).code, 0);
  for (const std::string& spelled : {folder + "/", folder + "/../saved/./", folder}) {
    const auto again = job.run({"--folder", spelled});
    EXPECT_NE(again.error.find("0 pages in "), std::string::npos) << again.error;
    EXPECT_EQ(job.titles().size(), 1U);
  }
  const auto twice = job.run({"--folder", folder, "--folder", folder + "/"});
  EXPECT_EQ(twice.code, 2);
  EXPECT_NE(twice.error.find("is named twice"), std::string::npos) << twice.error;
}

TEST(FileJob, ASourceThatIsNotThereIsToldBeforeAnythingIsDone) {
  const JobHarness job;
  const auto run = job.run({"--urls", (job.folder().path() / "none.txt").string()});
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.error.find("none.txt"), std::string::npos) << run.error;
  EXPECT_FALSE(std::filesystem::exists(job.store())) << "nothing is done";
}

TEST(FileJob, WhatIsWrongWithASourceNamesItOnce) {
  const JobHarness job;
  const std::string at = job.folder().path().string() + "/";
  job.folder().write("odd/empty.html", "");
  job.folder().write("none/notes.txt", "no page");
  const std::string garbage = gzip_bytes("no archive");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{"--folder", at + "odd"}, at + "odd/empty.html: is empty"},
      {{"--folder", at + "none"}, at + "none: holds no saved pages (.html, .htm, .xhtml, .xml, also .gz)"},
      {{"--warc", job.folder().write("empty.warc", "")}, at + "empty.warc: is empty"},
      {{"--warc", job.folder().write("garbage.warc.gz", garbage)},
       at + "garbage.warc.gz: holds no WARC record"},
      {{"--warc",
        job.folder().write("ftp.warc",
                           "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Type: "
                           "application/http\r\nContent-Length: 1\r\n\r\nx\r\n\r\n")},
       at + "ftp.warc:0: no HTTP response in it"},
      {{"--jsonl", job.folder().write("bad.jsonl", "{\"id\":1}\n")},
       at + "bad.jsonl:1: no page in it: one of 'html', 'html_base64' and 'path' is needed"},
      {{"--jsonl", job.folder().write("cut.jsonl.gz", garbage.substr(0, garbage.size() - 9))},
       at + "cut.jsonl.gz: its compressed data breaks off before the first line ends: nothing can be read"},
      {{"--urls", job.folder().write("urls.txt", "example.com\n")},
       at + "urls.txt:1: 'example.com' is no http or https URL"},
      {{"--urls", job.folder().write("wide.txt", "\xff\xfeh")},
       at + "wide.txt: is UTF-16: save it as UTF-8"}};
  for (const auto& [source, expected] : cases) {
    const auto run = job.run(source);
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(("\n" + run.error).find("\npith: " + expected + "\n"), std::string::npos) << expected << "\n"
                                                                                        << run.error;
  }
}

TEST(FileJob, ALineWithoutAUrlIsNamedInExports) {
  const JobHarness job;
  const auto lines = job.folder().write("pages.jsonl", json_line(7, ""));
  EXPECT_EQ(job.run({"--jsonl", lines}).code, 0);
  const auto exported = json_of(run_pith({"job", "export", job.store()}).out);
  EXPECT_EQ(exported["id"].GetInt(), 7);
  EXPECT_EQ(exported["source"]["place"].GetString(), lines + ":1");
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
