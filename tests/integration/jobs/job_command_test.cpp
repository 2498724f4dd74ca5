#include <gtest/gtest.h>

#include <filesystem>

#include "core/input/read_file.hpp"
#include "tests/integration/jobs/job_harness.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

TEST(JobCommand, SaysWhatItNeeds) {
  const auto nothing = run_pith({"job"});
  EXPECT_EQ(nothing.code, 2);
  EXPECT_NE(nothing.error.find("run, check, status, export, retry, reprocess"), std::string::npos)
      << nothing.error;
  const auto unknown = run_pith({"job", "rum"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.error.find("did you mean 'run'?"), std::string::npos) << unknown.error;
  const auto empty = run_pith({"job", "run"});
  EXPECT_EQ(empty.code, 2);
  EXPECT_NE(empty.error.find("no store"), std::string::npos) << empty.error;
  EXPECT_NE(empty.error.find("no source"), std::string::npos) << empty.error;
  EXPECT_EQ(run_pith({"job", "run", "--help"}).code, 0);
  EXPECT_NE(run_pith({"job", "run", "--stroe", "a.db"}).error.find("`pith help job run`"), std::string::npos);
  EXPECT_EQ(run_pith({"help", "job", "run"}).code, 0) << "what a message names is there";
}

TEST(JobCommand, TellsWrongOptions) {
  const auto run = [](std::vector<std::string> options) {
    std::vector<std::string> all{"job", "run", "--store", "/nonexistent/a.db", "--urls", "a.txt"};
    all.insert(all.end(), options.begin(), options.end());
    const auto result = run_pith(all);
    EXPECT_EQ(result.code, 2) << result.error;
    return result.error;
  };
  EXPECT_NE(run({"--shard", "4/3"}).find("--shard '4/3' is not a part such as 3/16"), std::string::npos);
  EXPECT_NE(run({"--workers", "0"}).find("from 1 to 256"), std::string::npos);
  EXPECT_NE(run({"--delay", "0s"}).find("only for hosts of your own"), std::string::npos);
  EXPECT_NE(run({"--format", "jsonl"}).find("go together"), std::string::npos);
  EXPECT_NE(run({"--format", "jsnl", "--output", "x"}).find("did you mean 'jsonl'"), std::string::npos);
  EXPECT_NE(run({"--log-level", "loud"}).find("--log-level 'loud' is none of debug"), std::string::npos);
  EXPECT_NE(run({"--feed", "feed.xml"}).find("not an http or https URL"), std::string::npos);
}

TEST(JobCommand, TellsAllThatIsWrongWithTheCommandLineAtOnce) {
  const auto run = run_pith({"job", "run", "--feed", "www.example.com/feed", "--warc", "none.warc.gz",
                             "--delay", "3", "--own-host", "127.0.0.1:8080", "--no-follow"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.error,
            "pith: --delay '3' is not a time with its unit, such as 1.5s\n"
            "pith: --feed 'www.example.com/feed' is not an http or https URL (did you mean "
            "'https://www.example.com/feed'?)\n"
            "pith: --own-host '127.0.0.1:8080' has a port, and hosts are named without (did you mean "
            "'127.0.0.1'?)\n"
            "pith: --warc 'none.warc.gz': no such file\n"
            "pith: no store: --store FILE says where the job keeps its work\n");
  // As a shell makes it of --warc *.warc.gz.
  const auto many = run_pith({"job", "run", "--store", "a.db", "--warc", "a.warc.gz", "b.warc.gz"});
  EXPECT_EQ(many.code, 2);
  EXPECT_NE(many.error.find("'b.warc.gz' belongs to no option"), std::string::npos) << many.error;
}

TEST(JobCommand, ChecksAJobFile) {
  const TemporaryFolder folder;
  folder.write("urls.txt", "https://www.example.com/\n");
  const auto wrong =
      run_pith({"job", "check",
                folder.write("wrong.toml",
                             "store = \"a.db\"\n[[source]]\nfead = \"x\"\n[[source]]\n"
                             "urls = \"url.txt\"\n[extract]\nplugins = [\"generic\", \"genric\"]\n")});
  EXPECT_EQ(wrong.code, 2);
  const std::string file = "pith: " + (folder.path() / "wrong.toml").string();
  EXPECT_EQ(
      wrong.error,
      file +
          ":2:1: a source names one of feed, sitemap, url, urls, folder, warc, jsonl; this one names none\n" +
          file + ":3:1: unknown key 'source.fead' (did you mean 'feed'?)\n" + file + ":5:8: urls '" +
          (folder.path() / "url.txt").string() + "': no such file (did you mean 'urls.txt'?)\n" + file +
          ":7:23: no plugin named 'genric' (did you mean 'generic'?); `pith plugins` lists all\n");
  const auto missing = run_pith(
      {"job", "check", folder.write("missing.toml", "store = \"a.db\"\n[[source]]\nurls = \"x\"\n")});
  EXPECT_EQ(missing.code, 3) << "the file is right, its surroundings are not";
  const auto right = run_pith({"job", "check",
                               folder.write("right.toml",
                                            "store = \"a.db\"\n[[source]]\nurls = \"urls.txt\"\n[filter]\n"
                                            "kinds = \"interview\"\n[[output]]\nformat = \"markdown\"\n"
                                            "path = \"articles\"\n")});
  EXPECT_EQ(right.code, 0) << right.error;
  EXPECT_NE(right.out.find("the job is right: 1 source"), std::string::npos) << right.out;
  EXPECT_NE(right.out.find("articles (a folder, to be made)"), std::string::npos) << right.out;
  EXPECT_NE(right.error.find("filter.kinds 'interview' is none that Pith's own plugins give"),
            std::string::npos)
      << right.error;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.db")) << "nothing is done";
}

TEST(JobCommand, AStoreThatIsNotThereIsTold) {
  for (const char* verb : {"status", "export"}) {
    const auto run = run_pith({"job", verb, "/nonexistent/a.db"});
    EXPECT_EQ(run.code, 3) << verb;
    EXPECT_NE(run.error.find("/nonexistent/a.db"), std::string::npos) << run.error;
  }
}

TEST(JobCommand, StatusCountsEveryPageAndExportsWriteWhatTheySay) {
  ScriptedServer server([](const ScriptedRequest& request) {
    if (request.path.rfind("/story/", 0) != 0) return http_answer(404, "", "");
    return http_answer(200, "Content-Type: text/html\r\n", article_page(std::stoi(request.path.substr(7))));
  });
  const JobHarness job;
  std::string list;
  for (int i = 0; i < 4; ++i) list += server.url("/story/" + std::to_string(i)) + "\n";
  list += server.url("/none") + "\n";
  job.run({"--urls", job.folder().write("urls.txt", list)});

  const auto text = run_pith({"job", "status", job.store()});
  EXPECT_NE(text.out.find("5  pages"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("4  done: ok"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("1  failed"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("404"), std::string::npos) << "why: " << text.out;
  const auto json = json_of(run_pith({"job", "status", job.store(), "--format", "json"}).out);
  std::uint64_t pages = 0;
  for (const auto& line : json["pages"].GetArray()) pages += line["pages"].GetUint64();
  EXPECT_EQ(pages, 5U);
  EXPECT_EQ(json["articles"].GetUint(), 4U);

  const auto folder = job.folder().path();
  for (const char* format : {"jsonl", "csv", "html", "atom", "markdown"}) {
    const auto path = folder / ("out." + std::string(format));
    const auto run = run_pith({"job", "export", job.store(), "--format", format, "--output", path.string()});
    EXPECT_EQ(run.code, 0) << format << ": " << run.error;
    EXPECT_NE(run.error.find("4 articles"), std::string::npos) << run.error;
    EXPECT_TRUE(std::filesystem::exists(path)) << format;
  }
  EXPECT_EQ(run_pith({"job", "export", job.store(), "--format", "markdown"}).code, 2) << "where to?";
  const std::string table = (folder / "table.csv").string();
  EXPECT_EQ(run_pith({"job", "export", job.store(), "-o", table}).code, 0);
  EXPECT_EQ(read_file(table, 1 << 20), read_file((folder / "out.csv").string(), 1 << 20))
      << "as its name says";
}

TEST(JobCommand, FiltersOfAnExportAreWordsThatThereAre) {
  const JobHarness job;
  job.folder().write("saved/a.html", article_page(1));
  EXPECT_EQ(job.run({"--folder", (job.folder().path() / "saved").string()}).code, 0);
  const auto export_with = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"job", "export", job.store()});
    return run_pith(options);
  };
  EXPECT_EQ(export_with({"--kind", "artcle"}).code, 2);
  EXPECT_EQ(export_with({"--kind", "artcle"}).error,
            "pith: --kind 'artcle' is no kind of article (did you mean 'article'?)\n");
  EXPECT_EQ(export_with({"--language", "English"}).code, 2);
  EXPECT_EQ(export_with({"--from", "2025-08-01", "--until", "2025-07-01"}).code, 2);
  const auto none = export_with({"--plugin", "genric", "--language", "sw", "--kind", "forum"});
  EXPECT_EQ(none.code, 0);
  EXPECT_EQ(none.error,
            "pith: no article in the store is of the kind 'forum'\n"
            "pith: no article in the store is of the plugin 'genric'\n"
            "pith: no article in the store has the language 'sw'\n"
            "pith: 0 articles\n");
  EXPECT_EQ(export_with({"--kind", "article"}).error, "pith: 1 article\n");
  const auto over_itself = export_with({"--output", job.store()});
  EXPECT_EQ(over_itself.code, 2);
  EXPECT_NE(over_itself.error.find("would overwrite the store"), std::string::npos) << over_itself.error;
  EXPECT_EQ(job.titles().size(), 1U) << "it is still there";
}

TEST(JobCommand, AnOutputThatFindsNoRoomIsNamedAndNotTheStore) {
  const JobHarness job;
  std::string long_page = article_page(1);
  for (int i = 0; i < 60; ++i) {
    long_page.insert(long_page.find("</article>"), "<p>The ship of the line number " + std::to_string(i) +
                                                       " waits for the tide outside of the harbour.</p>");
  }
  job.folder().write("saved/a.html", long_page);
  const std::string folder = job.folder().path().string();
  EXPECT_EQ(job.run({"--folder", folder + "/saved"}).code, 0);
  for (const char* format : {"jsonl", "csv", "html", "atom", "markdown"}) {
    const std::string out = folder + "/out." + format;
    // Blocks are of 512 or of 1,024 bytes: less than the article, and than the index of a WAL, in any case.
    const auto run = run_shell("ulimit -f 2; $PITH job export " + job.store() + " --csv-text --format " +
                               format + " --output " + out);
    EXPECT_EQ(run.code, 3) << format;
    EXPECT_EQ(run.error.rfind("pith: " + out, 0), 0U) << run.error;
    EXPECT_NE(run.error.find("File too large"), std::string::npos) << run.error;
  }
}

TEST(JobCommand, IsolatedAPluginThatCrashesCostsOnePage) {
  ScriptedServer server([](const ScriptedRequest& request) {
    if (request.path == "/robots.txt") return http_answer(404, "", "");
    return http_answer(200, "Content-Type: text/html\r\n", article_page(std::stoi(request.path.substr(7))));
  });
  const JobHarness job;
  std::string list;
  for (int i = 0; i < 30; ++i) list += server.url("/story/" + std::to_string(i)) + "\n";
  const auto urls = job.folder().write("urls.txt", list);
  const auto run = job.run({"--urls", urls, "--isolate"});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_EQ(job.titles().size(), 30U);
}

TEST(JobCommand, NumbersAreNotServedOnEveryAddress) {
  const JobHarness job;
  job.folder().write("saved/a.html", article_page(1));
  const auto run = job.run({"--folder", (job.folder().path() / "saved").string(), "--metrics", "9464"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.error.find("write 127.0.0.1:9464"), std::string::npos) << run.error;
}

// Where a password could be kept: the store, its log, what a person sees, what is exported.
TEST(JobCommand, APasswordIsSentToItsHostAndKeptNowhere) {
  const ScriptedServer server([](const ScriptedRequest& request) -> ScriptedReply {
    const std::string host = request.header("Host");
    if (request.header("Authorization") != "Basic dXNlcjpzZWNyZXQ=") return http_answer(401, "", "");
    if (request.path != "/feed") return http_answer(200, "Content-Type: text/html\r\n", article_page(1));
    return http_answer(200, "Content-Type: application/rss+xml\r\n",
                       feed_of({"http://" + host + "/1", "http://user:secret@" + host + "/2"}));
  });
  const JobHarness job;
  const std::string with_password = "http://user:secret@127.0.0.1:" + std::to_string(server.port());
  const std::string list = job.folder().write("list.txt", with_password + "/3\n");
  const std::string log = (job.folder().path() / "log").string();
  const std::vector<std::string> sources{
      "--feed", with_password + "/feed", "--url", with_password + "/4", "--urls", list, "--log",
      log,      "--log-level",           "debug"};
  const auto run = job.run(sources);
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_EQ(job.titles().size(), 4U) << run.error;
  EXPECT_NE(run.error.find("its user and password are not sent"), std::string::npos) << "those of the list";
  const auto checked =
      run_shell("cd " + job.folder().path().string() + "; $PITH job check --store x.db --feed " +
                with_password + "/feed --feed " + with_password + ":x/; grep -al secret * -r");
  EXPECT_EQ(checked.out, "list.txt\n");
  EXPECT_EQ(checked.error.find("secret"), std::string::npos) << checked.error;
  std::string seen = run.out + run.error;
  for (const auto& line : job.contents()) seen += line;
  EXPECT_EQ(seen.find("secret"), std::string::npos) << seen;
}

TEST(JobCommand, NoMessageOfACheckTellsAPassword) {
  const TemporaryFolder folder;
  const std::string store = "postgresql://pith:secret@127.0.0.1:1/news";
  const std::vector<std::vector<std::string>> checks{
      {"job", "check", "--store", store, "--url", "https://www.example.com/"},
      {"job", "check", "--store", store + "?password=secret", "--url", "https://www.example.com/"},
      {"job", "check", "--store", "a.db", "--url", "user:secret@example.com/feed"},
      {"job", "check", "--store", "a.db", "--urls", store, "--format", "csv", "--output", store},
      {"job", "check", store},
      {"job", "status", store, "--store", "a.db"},
      {"job", "check",
       folder.write("job.toml",
                    "store = \"a.db\"\n[fetch]\nproxy = \"gopher://a:secret@b\"\n"
                    "headers = [\"Authorization Bearer secret\", \"Authorization Bearer "
                    "secret: x\"]\n[[source]]\nurl = "
                    "\"https://www.example.com/\"\n")}};
  EXPECT_NE(run_pith(checks.front()).out.find(" into postgresql://127.0.0.1:1/news\n"), std::string::npos);
  for (const auto& check : checks) {
    const auto run = run_pith(check);
    EXPECT_EQ((run.out + run.error).find("secret"), std::string::npos) << run.out << run.error;
  }
}

TEST(JobCommand, TwoPasswordsForOneHostAreTold) {
  const JobHarness job;
  const auto run =
      job.run({"--feed", "https://a:1@www.example.com/a", "--feed", "https://b:2@www.example.com/b"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.error, "pith: two users or passwords for https://www.example.com: one job has one of them\n");
  const auto file = job.folder().write("job.toml",
                                       "store = \"x.db\"\n[fetch]\nnetrc = \"none\"\n[[source]]\nurl = "
                                       "\"https://www.example.com/\"\n");
  const auto missing = run_pith({"job", "run", file});
  EXPECT_EQ(missing.code, 3);
  EXPECT_NE(missing.error.find("job.toml:3:9: fetch.netrc '"), std::string::npos) << missing.error;
}

TEST(JobCommand, WritesALogAndMetrics) {
  const JobHarness job;
  job.folder().write("saved/a.html", article_page(1));
  const auto folder = job.folder().path();
  const auto run = job.run({"--folder", (folder / "saved").string(), "--log", (folder / "job.log").string(),
                            "--log-format", "json", "--metrics-file", (folder / "job.prom").string()});
  EXPECT_EQ(run.code, 0) << run.error;
  const auto shown = run_shell("cat " + (folder / "job.log").string() + " " + (folder / "job.prom").string());
  EXPECT_NE(shown.out.find("\"message\":\"done\""), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("pith_job_pages_total{state=\"done\"} 1"), std::string::npos) << shown.out;
}

}  // namespace
}  // namespace pith
