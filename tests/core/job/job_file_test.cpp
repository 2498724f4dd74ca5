#include "core/job/job_file.hpp"

#include <gtest/gtest.h>

#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using std::chrono::milliseconds;

struct Reading {
  JobPlan plan;
  TomlProblems problems;
};

/// Problems without the folder.
Reading read(const std::string& text) {
  const TemporaryFolder folder;
  const std::string path = folder.write("job.toml", text);
  Reading reading;
  reading.plan = read_job_file(path, reading.problems);
  for (auto& problem : reading.problems) problem.erase(0, folder.path().string().size() + 1);
  return reading;
}

TEST(JobFile, SaysEverythingAJobNeeds) {
  const TemporaryFolder folder;
  TomlProblems problems;
  const JobPlan plan = read_job_file(folder.write("job.toml", R"(
store = "articles.db"

[[source]]
feed = "https://www.example.com/feed"
follow = false
[[source]]
urls = ["a.txt", "/b.txt"]

[fetch]
concurrency = 8
delay = "2 s"
largest_page = "1 MiB"
own_hosts = ["127.0.0.1"]

[extract]
workers = 3
isolate = true
keep_pages = true
memory = "512 MiB"
plugins = ["scmp", "feed"]

[filter]
include = "*/article/*"
languages = ["en"]
published_from = 2025-08-01

[[output]]
format = "markdown"
path = "articles"
originals_only = true

[log]
path = "job.log"
level = "debug"
format = "json"

[metrics]
listen = "127.0.0.1:9464"
)"),
                                     problems);
  EXPECT_EQ(problems, TomlProblems());
  const std::string beside = folder.path().string() + "/";
  EXPECT_EQ(plan.store, beside + "articles.db");
  ASSERT_EQ(plan.sources.size(), 3U);
  EXPECT_EQ(plan.sources[0].location, "https://www.example.com/feed");
  EXPECT_FALSE(plan.sources[0].follow);
  EXPECT_EQ(plan.sources[1].location, beside + "a.txt");
  EXPECT_TRUE(plan.sources[1].follow);
  EXPECT_EQ(plan.sources[2].location, "/b.txt");
  EXPECT_EQ(plan.fetch.concurrency, 8U);
  EXPECT_EQ(plan.fetch.delay, milliseconds(2'000));
  EXPECT_EQ(plan.fetch.bytes, std::size_t{1} << 20);
  EXPECT_EQ(plan.workers, 3U);
  EXPECT_TRUE(plan.isolate);
  EXPECT_TRUE(plan.keep_pages);
  EXPECT_EQ(plan.isolation.memory, std::size_t{512} << 20);
  EXPECT_EQ(plan.plugins, (std::vector<std::string>{"scmp", "feed"}));
  EXPECT_EQ(plan.filter.include, std::vector<std::string>{"*/article/*"});
  ASSERT_TRUE(plan.filter.published_from);
  EXPECT_EQ(plan.filter.published_from->rfc3339(), "2025-08-01");
  ASSERT_EQ(plan.outputs.size(), 1U);
  EXPECT_EQ(plan.outputs[0].path, beside + "articles");
  EXPECT_TRUE(plan.outputs[0].originals_only);
  EXPECT_EQ(plan.log.level, "debug");
  EXPECT_EQ(plan.metrics.listen, "127.0.0.1:9464");
  EXPECT_EQ(problems_of(plan), std::vector<std::string>());
}

TEST(JobFile, EveryMistakeIsToldWithItsLineAndTheNearestWord) {
  const auto reading = read(R"(store = "a.db"
[[source]]
fead = "https://www.example.com/feed"
[fetch]
delay = 2
concurency = 8
tries = "4"
[[output]]
format = "markdwon"
path = "out"
[sorce]
)");
  const TomlProblems expected{
      "job.toml:3:1: unknown key 'source.fead' (did you mean 'feed'?)",
      ("job.toml:2:1: a source names one of feed, sitemap, url, urls, folder, warc, jsonl; this one names "
       "none"),
      "job.toml:5:9: 'fetch.delay' is not a time with its unit, such as \"1.5 s\" or \"250 ms\"",
      "job.toml:6:1: unknown key 'fetch.concurency' (did you mean 'concurrency'?)",
      "job.toml:7:9: 'fetch.tries' is not a whole number from 1 to 20",
      "job.toml:9:10: 'markdwon' is no value of 'output.format' (did you mean 'markdown'?)",
      "job.toml:11:2: unknown key 'sorce' (did you mean 'source'?)",
  };
  auto problems = reading.problems;
  for (const auto& problem : expected) {
    const auto found = std::find(problems.begin(), problems.end(), problem);
    EXPECT_NE(found, problems.end()) << problem;
    if (found != problems.end()) problems.erase(found);
  }
  EXPECT_EQ(problems, TomlProblems()) << "nothing else";
}

TEST(JobFile, PolitenessIsNotTurnedOffByAccident) {
  const auto reading = read(
      "store = \"a.db\"\n[[source]]\nurls = \"a.txt\"\n[fetch]\nrobots = false\ndelay = \"0s\"\nper_host = "
      "50\n");
  ASSERT_EQ(reading.problems.size(), 3U);
  EXPECT_NE(reading.problems[0].find("'fetch.per_host' is not a whole number from 1 to 4"), std::string::npos)
      << reading.problems[0];
}

TEST(JobFile, TomlThatIsNoneIsToldWithItsLine) {
  const auto reading = read("store = \"a.db\"\n[[source]\n");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].rfind("job.toml:2:", 0), 0U) << reading.problems[0];
}

TEST(JobFile, ValuesThatCannotBeAreToldWhereTheyStand) {
  const auto reading = read(R"(store = "a.db"
[[source]]
folder = "saved"
follow = false
[[source]]
warc = "a.warc"
jsonl = "a.jsonl"
[[source]]
urls = []
[fetch]
user_agent = "007"
contact = "a\nb"
headers = ["Accept-Language: en",
           "X Y: z", "X: a\r\nCookie: b"]
proxy = "gopher://proxy.example"
own_hosts = ["https://www.example.com/", "*.example.org"]
allowed_addresses = ["10.0.0.0/8", "10.0.0.0/40"]
[filter]
include = ["*/article/*", "/article/*"]
languages = ["en", "English", "en_GB"]
kinds = ["artcle", "forum", "review"]
[[output]]
format = "atom"
path = "a.atom"
feed_url = "a.atom"
[metrics]
listen = "9464"
)");
  const TomlProblems expected{
      "job.toml:4:10: 'source.follow' belongs to feeds, and this source is of the kind folder",
      ("job.toml:5:1: a source names one of feed, sitemap, url, urls, folder, warc, jsonl; this one names "
       "warc and jsonl"),
      "job.toml:9:8: 'source.urls' is an empty list",
      "job.toml:11:14: fetch.user_agent '007' is no user agent: begin with a name: letters, '-' and '_'",
      "job.toml:12:11: fetch.contact 'a b' cannot be sent: control characters and line ends cannot be in it",
      ("job.toml:16:14: fetch.own_hosts 'https://www.example.com/' is a URL where a host is expected (did "
       "you mean 'www.example.com'?)"),
      ("job.toml:17:36: fetch.allowed_addresses '10.0.0.0/40' is neither an IP address nor a range such as "
       "10.0.0.0/8"),
      ("job.toml:15:9: fetch.proxy 'gopher://proxy.example' is no proxy: write it as http://host:port; "
       "https, socks4, socks4a, socks5 and socks5h are known, too"),
      ("job.toml:14:12: fetch.headers is no header: a name is of letters, digits and some signs, "
       "without spaces"),
      ("job.toml:14:22: fetch.headers is no header: control characters and line ends cannot "
       "be in one"),
      ("job.toml:19:27: filter.include '/article/*' matches no URL, for it is compared with the whole of it "
       "(did you mean '*/article/*'?)"),
      ("job.toml:20:20: filter.languages 'English' is no language tag such as \"en\" or \"pt-BR\" (did you "
       "mean 'en'?)"),
      ("job.toml:20:31: filter.languages 'en_GB' is no language tag such as \"en\" or \"pt-BR\" (did you "
       "mean 'en-GB'?)"),
      "job.toml:21:10: filter.kinds 'artcle' is no kind of article (did you mean 'article'?)",
      "job.toml:25:12: output.feed_url 'a.atom' is not an http or https URL",
      "job.toml:27:10: metrics.listen '9464' is no address and port: write 127.0.0.1:9464, say",
  };
  EXPECT_EQ(reading.problems, expected);
}

TEST(JobFile, AFileThatIsNotThereIsAnError) {
  TomlProblems problems;
  EXPECT_NE(error_of([&] { read_job_file("no-such-job.toml", problems); }).find("no-such-job.toml"),
            std::string::npos);
}

TEST(JobPlan, WhatCannotBeTogetherIsTold) {
  JobPlan plan;
  EXPECT_EQ(problems_of(plan),
            (std::vector<std::string>{
                "no store: --store FILE says where the job keeps its work",
                "no source: --feed URL, --sitemap URL, --urls FILE ... say where pages come from"}));
  plan.store = "a.db";
  plan.sources = {{"feed", "feed.xml"},
                  {"urls", "https://www.example.com/"},
                  {"urls", "-"},
                  {"jsonl", "-"},
                  {"folder", "a.db"},
                  {"url", "https://www.example.com/a"},
                  {"url", "https://www.example.com/a"}};
  plan.outputs = {{"csv", "a.db", false, {}}, {"csv", "x", false, {}}, {"html", "x", false, {}}};
  const auto problems = problems_of(plan);
  const std::vector<std::string> expected{
      "--feed 'feed.xml' is not an http or https URL",
      "--urls 'https://www.example.com/' is a URL where a file is expected; a `url` source fetches one page",
      "--folder 'a.db' is the job's own store",
      "--url 'https://www.example.com/a' is named twice",
      "--jsonl '-' is not the only source that reads standard input",
      "--output 'a.db' would overwrite the store",
      "--output 'x' is written twice"};
  EXPECT_EQ(problems, expected);
}

TEST(JobPlan, WhatAJobFileNamesIsToldWithItsPlace) {
  const auto reading = read(R"([[source]]
feed = ["https://www.example.com/feed", "www.example.com/feed",
        "https://www.example.com/feed"]
[[source]]
jsonl = "/a/out.jsonl"
[filter]
published_from = 2025-02-01
published_until = 2025-02-01
[[output]]
format = "jsonl"
path = "/a/out.jsonl"
[log]
path = "/a/out.jsonl"
)");
  auto problems = problems_of(reading.plan);
  for (auto& problem : problems) {
    const auto at = problem.find("job.toml");
    ASSERT_NE(at, std::string::npos) << problem;
    problem.erase(0, at);
  }
  EXPECT_EQ(problems,
            (std::vector<std::string>{
                "job.toml: no store: store = \"articles.db\" or --store says where the job keeps its work",
                ("job.toml:2:41: feed 'www.example.com/feed' is not an http or https URL (did you mean "
                 "'https://www.example.com/feed'?)"),
                "job.toml:3:9: feed 'https://www.example.com/feed' is named twice",
                "job.toml:11:8: output '/a/out.jsonl' would overwrite a source",
                "job.toml:13:8: log.path '/a/out.jsonl' is written twice",
                "job.toml:13:8: log.path '/a/out.jsonl' would overwrite a source",
                ("job.toml:8:19: nothing is published from 2025-02-01 on and before 2025-02-01: "
                 "published_until has to be the later one")}));
}

TEST(JobPlan, JobsThatShareAStoreNeedNoShards) {
  JobPlan plan;
  plan.sources = {{"url", "https://www.example.com/a"}};
  plan.shard = {1, 2};
  plan.store = "a.db";
  EXPECT_EQ(problems_of(plan).size(), 0U);
  plan.store = "postgresql://localhost/pith";
  ASSERT_EQ(problems_of(plan).size(), 1U);
  EXPECT_NE(problems_of(plan)[0].find("leave --shard away"), std::string::npos);
}

}  // namespace
}  // namespace pith
