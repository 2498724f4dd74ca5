#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/integration/jobs/job_harness.hpp"

namespace pith {
namespace {

/// A job that is run again with other settings. The feed names a page of each of eight hosts, which are all
/// this machine, and is not sent twice.
class ChangedJob : public testing::Test {
 protected:
  ScriptedReply answer(const ScriptedRequest& request) const {
    if (request.path == "/robots.txt") return http_answer(404, "", "");
    if (request.path == "/feed") {
      if (!request.header("If-None-Match").empty()) return http_answer(304, "", "");
      return http_answer(200, "Content-Type: application/rss+xml\r\nETag: \"v1\"\r\n", feed_of(urls()));
    }
    return http_answer(200, "Content-Type: text/html; charset=utf-8\r\n",
                       article_page(std::stoi(request.path.substr(request.path.rfind('/') + 1))));
  }
  std::vector<std::string> urls() const {
    std::vector<std::string> urls;
    for (int i = 0; i < 8; ++i) urls.push_back(url(i));
    return urls;
  }
  std::string url(int number) const {
    const std::string digit = std::to_string(number);
    return "http://h" + digit + ".localhost:" + std::to_string(server_.port()) + "/story/" + digit;
  }
  std::string list() const {
    std::string text;
    for (const auto& url : urls()) text += url + "\n";
    return job_.folder().write("urls.txt", text);
  }
  ProgramRun run(std::vector<std::string> options) const {
    options.insert(options.end(), {"--allow-address", "::1", "--own-host", "*.localhost"});
    return job_.run(options);
  }
  /// The job with this table [filter].
  ProgramRun run_filtered(const std::string& source, const std::string& filter) const {
    const std::string file =
        job_.folder().write("job.toml", "store = \"job.db\"\n[[source]]\n" + source +
                                            "\n[fetch]\nown_hosts = [\"127.0.0.1\", \"*.localhost\"]\n"
                                            "allowed_addresses = [\"127.0.0.1\", \"::1\"]\n[filter]\n" +
                                            filter + "\n");
    return run_pith({"job", "run", file, "--quiet"});
  }

  ScriptedServer server_{[this](const ScriptedRequest& request) { return answer(request); }};
  JobHarness job_;
};

TEST_F(ChangedJob, AListThatOneShardHasReadIsReadAgainForAnother) {
  const std::string list = this->list();
  ASSERT_EQ(run({"--urls", list, "--shard", "1/2"}).code, 0);
  const std::size_t of_first = job_.titles().size();
  EXPECT_GT(of_first, 0U);
  EXPECT_LT(of_first, 8U);
  const auto whole = run({"--urls", list});
  EXPECT_EQ(whole.code, 0) << whole.error;
  EXPECT_EQ(job_.titles().size(), 8U) << whole.error;
  EXPECT_NE(whole.error.find("urls.txt: read from the beginning, for the shard"), std::string::npos)
      << whole.error;
  EXPECT_EQ(run({"--urls", list}).error.find("from the beginning"), std::string::npos);
}

TEST_F(ChangedJob, AFeedThatOneShardHasReadIsAskedForInWholeByAnother) {
  const std::string feed = server_.url("/feed");
  ASSERT_EQ(run({"--feed", feed, "--shard", "1/2"}).code, 0);
  EXPECT_LT(job_.titles().size(), 8U);
  const auto whole = run({"--feed", feed});
  EXPECT_EQ(job_.titles().size(), 8U) << whole.error;
  EXPECT_NE(run({"--feed", feed}).error.find("1 not modified"), std::string::npos);
}

TEST_F(ChangedJob, AFeedThatWasNotFollowedCanBeLater) {
  const std::string feed = server_.url("/feed");
  ASSERT_EQ(run({"--feed", feed, "--no-follow"}).code, 0);
  EXPECT_EQ(server_.count("/story/3"), 0U);
  const auto followed = run({"--feed", feed});
  EXPECT_EQ(followed.code, 0) << followed.error;
  EXPECT_EQ(server_.count("/story/3"), 1U) << followed.error;
}

TEST_F(ChangedJob, WhatIsPutBackIsNotFetchedIfTheFilterDoesNotWantIt) {
  list();
  ASSERT_EQ(run_filtered("urls = \"urls.txt\"", "exclude = \"*/story/3\"").code, 0);
  const auto retry = run_pith({"job", "retry", job_.store(), "--state", "filtered"});
  EXPECT_NE(retry.error.find("1 page was put back"), std::string::npos) << retry.error;
  const auto again = run_filtered("urls = \"urls.txt\"", "exclude = \"*/story/3\"");
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(server_.count("/story/3"), 0U);
  EXPECT_EQ(job_.pages("filtered").size(), 1U);
  EXPECT_EQ(job_.pages("waiting").size(), 0U);
}

TEST_F(ChangedJob, ALooserFilterJudgesAgainWhatItDidNotWant) {
  list();
  ASSERT_EQ(run_filtered("urls = \"urls.txt\"", "exclude = [\"*/story/3\", \"*/story/4\"]").code, 0);
  EXPECT_EQ(
      run_filtered("urls = \"urls.txt\"", "exclude = [\"*/story/4\", \"*/story/3\"]").error.find("judged"),
      std::string::npos)
      << "it is the same filter";
  const auto looser = run_filtered("urls = \"urls.txt\"", "exclude = \"*/story/3\"");
  EXPECT_EQ(looser.code, 0) << looser.error;
  EXPECT_NE(looser.error.find("judged again: 2"), std::string::npos) << looser.error;
  EXPECT_EQ(server_.count("/story/4"), 1U);
  EXPECT_EQ(server_.count("/story/3"), 0U);
  EXPECT_EQ(job_.pages("filtered").size(), 1U);
}

TEST_F(ChangedJob, PagesOfAFileAreJudgedAgainFromTheFile) {
  job_.folder().write("saved/1.html", article_page(1));
  const std::string folder = "folder = \"saved\"";
  ASSERT_EQ(run_filtered(folder, "languages = \"fr\"").code, 0);
  ASSERT_EQ(job_.pages("filtered").size(), 1U);
  const auto looser = run_filtered(folder, "languages = [\"fr\", \"en\"]");
  EXPECT_EQ(looser.code, 0) << looser.error;
  EXPECT_EQ(job_.titles(), std::vector<std::string>{article_title(1)}) << looser.error;
}

TEST_F(ChangedJob, AStricterFilterIsAppliedToWhatIsPutBack) {
  list();
  ASSERT_EQ(run_filtered("urls = \"urls.txt\"", "").code, 0);
  ASSERT_EQ(run_filtered("urls = \"urls.txt\"", "exclude = \"*/story/3\"").code, 0);
  EXPECT_EQ(job_.titles().size(), 8U) << "what is done stays";
  run_pith({"job", "retry", job_.store(), "--status", "ok"});
  ASSERT_EQ(run_filtered("urls = \"urls.txt\"", "exclude = \"*/story/3\"").code, 0);
  EXPECT_EQ(job_.titles().size(), 7U);
}

TEST_F(ChangedJob, AFilterIsNotThatOfAnotherJobOnTheSameStore) {
  const std::string list = this->list();
  ASSERT_EQ(run({"--urls", list}).code, 0);
  ASSERT_EQ(run_pith({"job", "retry", job_.store(), "--state", "done"}).code, 0);
  const auto other = job_.folder().write("other.txt", "");
  run_filtered("urls = \"" + other + "\"", "exclude = [\"*/story/*\"]");
  EXPECT_EQ(job_.pages("filtered"), std::vector<std::string>{});
  EXPECT_EQ(job_.pages("done").size(), 8U);
}

}  // namespace
}  // namespace pith
