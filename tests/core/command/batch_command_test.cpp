#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <vector>

#include "core/fixture/line_diff.hpp"
#include "tests/core/archive/warc_text.hpp"
#include "tests/support/json_of.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::vector<rapidjson::Document> results_of(const ProgramRun& run) {
  std::vector<rapidjson::Document> results;
  for (const auto& line : split_lines(run.out)) {
    if (!line.empty()) results.push_back(json_of(line));
  }
  return results;
}

TEST(BatchCommand, GivesALineForEveryLineInOrder) {
  std::string input;
  for (int i = 0; i < 300; ++i) {
    input += "{\"id\":" + std::to_string(i) + ",\"html\":\"<p>page " + std::to_string(i) + "\"}\n";
  }
  const auto run = run_pith({"extract", "--batch", "--jobs", "3", "--plugin", "echo"}, input);
  EXPECT_EQ(run.code, 0) << run.error;
  const auto results = results_of(run);
  ASSERT_EQ(results.size(), 300U);
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(results[i]["id"].GetInt(), i);
    EXPECT_EQ(results[i]["text"].GetString(), "page " + std::to_string(i));
  }
  EXPECT_NE(run.error.find("pith: 300 pages in "), std::string::npos) << run.error;
  EXPECT_NE(run.error.find(": 300 ok"), std::string::npos) << run.error;
}

TEST(BatchCommand, ABrokenLineIsAnErrorLineAndTheRunGoesOn) {
  const auto run = run_pith({"extract", "--batch", "--plugin", "echo"},
                            "{\"id\":\"a\",\"html\":\"<p>one\"}\n"
                            "\n"
                            "{\"id\":\"b\",\"html\":\n"
                            "{\"id\":\"c\",\"path\":\"no/such.html\"}\n"
                            "{\"id\":\"d\",\"html\":\"throw\"}\n"
                            "{\"id\":\"e\",\"html\":\"<p>last\"}");
  EXPECT_EQ(run.code, 1);
  const auto results = results_of(run);
  ASSERT_EQ(results.size(), 5U) << "a blank line is no page";
  EXPECT_STREQ(results[0]["status"].GetString(), "ok");
  EXPECT_STREQ(results[1]["id"].GetString(), "b");
  EXPECT_STREQ(results[1]["status"].GetString(), "failed");
  EXPECT_EQ(std::string(results[1]["error"].GetString()).rfind("line 3: not JSON", 0), 0U);
  EXPECT_STREQ(results[2]["error"].GetString(), "line 4: no/such.html: no such file");
  EXPECT_STREQ(results[3]["error"].GetString(), "plugin 'echo' threw: told to throw");
  EXPECT_STREQ(results[4]["text"].GetString(), "last");
  EXPECT_NE(run.error.find("5 pages in "), std::string::npos);
  EXPECT_NE(run.error.find("2 ok, 3 failed"), std::string::npos) << run.error;
}

TEST(BatchCommand, ReadsFiles) {
  const TemporaryFolder folder;
  const auto a = folder.write("a.jsonl", "{\"id\":1,\"html\":\"<p>one\"}\n");
  const auto b = folder.write("b.jsonl", "{\"id\":2,\"html\":\"<p>two\"}\n");
  EXPECT_EQ(results_of(run_pith({"extract", "--batch", a, b, "--plugin", "echo"})).size(), 2U);
  const auto missing = run_pith({"extract", "--batch", a, "none.jsonl"});
  EXPECT_EQ(missing.code, 3);
  EXPECT_EQ(missing.out, "") << "told before any work";
}

TEST(BatchCommand, ReadsAFifoThatIsNamed) {
  const TemporaryFolder folder;
  const auto run = run_shell("cd " + folder.path().string() +
                             "; mkfifo in; echo '{\"id\":1,\"html\":\"<p>one\"}' >in & "
                             "sleep 0.2; timeout 20 $PITH extract --batch --plugin echo " +
                             (folder.path() / "in").string());
  EXPECT_EQ(results_of(run).size(), 1U) << run.error;
}

TEST(BatchCommand, APathThatIsAFifoDoesNotHoldUpTheRun) {
  const TemporaryFolder folder;
  const auto run = run_shell("cd " + folder.path().string() +
                             "; mkfifo f; echo '{\"id\":\"a\",\"path\":\"f\"}' | "
                             "timeout 20 $PITH extract --batch --plugin echo");
  const auto results = results_of(run);
  ASSERT_EQ(results.size(), 1U) << run.error;
  EXPECT_STREQ(results[0]["error"].GetString(), "line 1: f: not a regular file");
}

TEST(BatchCommand, AnInterruptEndsWaitingForAFifo) {
  const TemporaryFolder folder;
  const std::string fifo = (folder.path() / "in").string();
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  RunningProgram run({"extract", "--batch", "--plugin", "echo", fifo});
  const int end = ::open(fifo.c_str(), O_WRONLY | O_CLOEXEC);  // waits until it is read
  EXPECT_EQ(::write(end, "{\"id\":1,", 8), 8);
  run.signal(SIGINT);
  const auto ended = run.wait();
  ::close(end);
  EXPECT_EQ(ended.code, 130) << ended.error;
  EXPECT_EQ(ended.out, "") << "half a line is no page";
}

// ---- archives ------------------------------------------------------------------------------------------

TEST(BatchCommand, GivesALineForEveryPageOfAnArchive) {
  const std::string warc =
      warc_record("warcinfo", {}, "software: x") + warc_page("https://example.com/1", "<p>one") +
      warc_response("https://example.com/1.png", http("x", "Content-Type: image/png\r\n")) +
      warc_page("https://example.com/2", "<p>two");
  const TemporaryFolder folder;
  const std::string path = folder.write("a.warc.gz", gzip_bytes(warc));
  for (const auto& run : {run_pith({"extract", "--batch", "--plugin", "echo"}, warc),
                          run_pith({"extract", "--batch", "--plugin", "echo"}, gzip_bytes(warc)),
                          run_pith({"extract", "--batch", "--plugin", "echo", path})}) {
    EXPECT_EQ(run.code, 0) << run.error;
    const auto results = results_of(run);
    ASSERT_EQ(results.size(), 2U);
    EXPECT_STREQ(results[0]["id"].GetString(), "urn:uuid:https://example.com/1");
    EXPECT_STREQ(results[0]["url"].GetString(), "https://example.com/1");
    EXPECT_STREQ(results[0]["text"].GetString(), "one");
    EXPECT_STREQ(results[1]["text"].GetString(), "two");
    EXPECT_NE(run.error.find("1 file that is no page, 1 other record passed over"), std::string::npos)
        << run.error;
    EXPECT_NE(run.error.find("pith: 2 pages in "), std::string::npos) << run.error;
  }
}

TEST(BatchCommand, TellsWhatAnArchiveLost) {
  const std::string damaged = gzip_bytes(warc_page("https://example.com/2", "<p>two")).replace(30, 1, "\xff");
  const TemporaryFolder folder;
  const std::string path =
      folder.write("a.warc.gz", gzip_bytes(warc_page("https://example.com/1", "<p>one")) + damaged +
                                    gzip_bytes(warc_page("https://example.com/3", "<p>three")));
  const auto run = run_pith({"extract", "--batch", "--plugin", "echo", path});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(results_of(run).size(), 2U);
  EXPECT_NE(run.error.find("pith: " + path + ": 1 record lost in damaged places (" +
                           std::to_string(damaged.size()) + " bytes)"),
            std::string::npos)
      << run.error;
  EXPECT_NE(run.error.find(": 2 ok; 1 record lost\n"), std::string::npos) << run.error;
}

TEST(BatchCommand, ARecordWithoutAPageIsAnErrorLine) {
  const auto run =
      run_pith({"extract", "--batch", "--plugin", "echo"}, warc_response("https://example.com/1", "no HTTP") +
                                                               warc_page("https://example.com/2", "<p>two"));
  EXPECT_EQ(run.code, 1);
  const auto results = results_of(run);
  ASSERT_EQ(results.size(), 2U);
  EXPECT_STREQ(results[0]["status"].GetString(), "failed");
  EXPECT_STREQ(results[0]["id"].GetString(), "urn:uuid:https://example.com/1");
  EXPECT_STREQ(results[0]["error"].GetString(), "record at 0: no HTTP response in it");
  EXPECT_EQ(run.error.find("lost"), std::string::npos) << "it has a line: " << run.error;
}

TEST(BatchCommand, ReadsLinesAndArchivesInOneRun) {
  const TemporaryFolder folder;
  const auto lines = folder.write("a.jsonl.gz", gzip_bytes("{\"id\":1,\"html\":\"<p>one\"}\n"));
  const auto archive = folder.write("b", warc_page("https://example.com/2", "<p>two"));
  const auto run = run_pith({"extract", "--batch", "--plugin", "echo", lines, archive});
  const auto results = results_of(run);
  ASSERT_EQ(results.size(), 2U) << run.error;
  EXPECT_STREQ(results[0]["text"].GetString(), "one");
  EXPECT_STREQ(results[1]["text"].GetString(), "two");
}

TEST(BatchCommand, CompressedLinesThatBreakOffAreAnErrorAfterWhatCameBefore) {
  std::string input;
  for (int i = 0; i < 3000; ++i) input += "{\"id\":" + std::to_string(i * 7919) + ",\"html\":\"<p>x\"}\n";
  const std::string whole = gzip_bytes(input);
  const TemporaryFolder folder;
  const auto path = folder.write("a.jsonl.gz", whole.substr(0, whole.size() / 2));
  const auto run = run_pith({"extract", "--batch", "--plugin", "echo", path});
  EXPECT_EQ(run.code, 3);
  EXPECT_GT(results_of(run).size(), 100U);
  EXPECT_NE(run.error.find(path + ": compressed data that breaks off: fetch it again"), std::string::npos)
      << run.error;
}

TEST(BatchCommand, OfNothingIsNothing) {
  const auto run = run_pith({"extract", "--batch"}, "");
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.error.find("0 pages"), std::string::npos);
}

TEST(BatchCommand, WrongUsage) {
  EXPECT_EQ(run_pith({"extract", "--batch", "--format", "text"}).code, 2);
  EXPECT_EQ(run_pith({"extract", "--batch", "--url", "http://a/"}).code, 2);
  EXPECT_EQ(run_pith({"extract", "--batch", "--jobs", "0"}).code, 2);
  EXPECT_EQ(run_pith({"extract", "--batch", "--jobs", "many"}).code, 2);
}

TEST(BatchCommand, AClosedPipeEndsQuietly) {
  const auto run = run_shell(
      "yes '{\"id\":1,\"html\":\"<p>text\"}' | $PITH extract --batch --plugin echo | head -1 >/dev/null; "
      "echo ${PIPESTATUS[1]}");
  EXPECT_EQ(run.out, "141\n");
  EXPECT_EQ(run.error, "");
}

TEST(BatchCommand, AFullDiskIsAnError) {
  const auto run =
      run_pith({"extract", "--batch", "--plugin", "echo"}, "{\"id\":1,\"html\":\"x\"}\n", "/dev/full");
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.error.find("No space left on device"), std::string::npos) << run.error;
}

TEST(BatchCommand, AnswersBeforeTheInputEnds) {
  const auto answered = run_shell(
      "{ echo '{\"id\":1,\"html\":\"<p>x\"}'; sleep 3; } | $PITH extract --batch --plugin echo 2>/dev/null | "
      "{ read -t 2 line && echo answered; }");
  EXPECT_EQ(answered.out, "answered\n");
}

TEST(BatchCommand, AnInterruptFinishesWhatIsUnderWay) {
  const TemporaryFolder folder;
  const std::string at = folder.path().string();
  run_shell(
      "cd " + at +
      "; mkfifo in; $PITH extract --batch --jobs 1 --plugin echo <in >out 2>err & pid=$!; exec 3>in; "
      "for i in 1 2 3 4; do echo '{\"id\":'$i',\"html\":\"<p>sleep\"}' >&3; done; sleep 0.4; kill -INT $pid; "
      "wait $pid; echo $? >code");
  const auto result = run_shell("cd " + at + "; cat code; wc -l <out; cat err");
  EXPECT_EQ(result.out.rfind("130\n4\n", 0), 0U) << result.out;
  EXPECT_NE(result.out.find("interrupted"), std::string::npos) << result.out;
}

}  // namespace
}  // namespace pith
