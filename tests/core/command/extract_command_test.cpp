#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "tests/support/gzip_bytes.hpp"
#include "tests/support/json_of.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

class ExtractCommandTest : public testing::Test {
 protected:
  std::string page(const std::string& name = "page.html", const std::string& text = "harbour") const {
    return folder_.write(name, "<html><body><p>" + text + "</p></body></html>");
  }
  std::string contents(const std::string& path) const {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }

  TemporaryFolder folder_;
};

TEST_F(ExtractCommandTest, ReadsAFileStandardInputAndGzip) {
  const std::string expected = "Echo\n\nharbour\n";
  EXPECT_EQ(run_pith({"extract", page()}).out, expected);
  EXPECT_EQ(run_pith({"extract", "-"}, "<p>harbour").out, expected);
  EXPECT_EQ(run_pith({"extract", folder_.write("p.gz", gzip_bytes("<p>harbour"))}).out, expected);
  EXPECT_EQ(run_pith({"extract", "file://" + page()}).out, expected);
}

TEST_F(ExtractCommandTest, KnowsEveryFormat) {
  EXPECT_EQ(run_pith({"extract", page(), "--format", "markdown"}).out, "# Echo\n\nharbour\n");
  EXPECT_NE(run_pith({"extract", page(), "--format=html"}).out.find("<p>harbour</p>"), std::string::npos);
  EXPECT_STREQ(json_of(run_pith({"extract", page(), "-f", "json"}).out)["text"].GetString(), "harbour");
  const auto line = run_pith({"extract", page(), "-f", "jsonl"}).out;
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  json_of(line);
}

TEST_F(ExtractCommandTest, SeveralInputsComeOneAfterAnother) {
  const std::string a = page("a.html", "one");
  const std::string b = page("b.html", "two");
  EXPECT_EQ(run_pith({"extract", a, b}).out,
            "==> " + a + " <==\n\nEcho\n\none\n\n==> " + b + " <==\n\nEcho\n\ntwo\n");
  const auto list = json_of(run_pith({"extract", a, b, "--format", "json"}).out);
  ASSERT_TRUE(list.IsArray());
  EXPECT_EQ(list.Size(), 2U);
  EXPECT_EQ(list[1]["id"].GetString(), b);
}

TEST_F(ExtractCommandTest, ExplainTellsWhatWasCut) {
  const auto run = run_pith({"extract", page(), "--explain"});
  EXPECT_EQ(run.out, "Echo\n\nharbour\n");
  EXPECT_NE(run.error.find("1 removal:"), std::string::npos) << run.error;
  EXPECT_NE(run.error.find("share  phrase \"share\"  3-27   Share this on everything"), std::string::npos)
      << run.error;
  EXPECT_EQ(run.error.find('\x1b'), std::string::npos) << "colours where there is no terminal";
  const auto json = json_of(run_pith({"extract", page(), "--explain", "-f", "json"}).out);
  EXPECT_STREQ(json["removed"][0]["kind"].GetString(), "share");
}

TEST_F(ExtractCommandTest, AStatusOtherThanOkIsTold) {
  const std::string paywalled = page("page.html", "a paywall");
  const auto run = run_pith({"extract", paywalled});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.error, "pith: " + paywalled + ": paywalled: the rest is for subscribers\n");
  EXPECT_EQ(run.out, "Echo\n\na paywall\n");
}

TEST_F(ExtractCommandTest, APageWithoutArticleIsToldButNoFailure) {
  const std::string file = page("page.html", "nothing");
  const auto run = run_pith({"extract", file});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.error, "pith: " + file + ": no_article: there is nothing\n");
}

TEST_F(ExtractCommandTest, AThrowingPluginFailsOnePage) {
  const std::string bad = page("bad.html", "throw");
  const auto run = run_pith({"extract", bad, page()});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.error, "pith: " + bad + ": failed: plugin 'echo' threw: told to throw\n");
  EXPECT_NE(run.out.find("harbour"), std::string::npos);
}

TEST_F(ExtractCommandTest, UnreadableInputIsToldAndTheOthersGoOn) {
  const auto run = run_pith({"extract", "no/such.html", folder_.path().string(), page()});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.error, "pith: no/such.html: failed: no such file\npith: " + folder_.path().string() +
                           ": failed: is a folder: name the files in it\n");
  EXPECT_NE(run.out.find("harbour"), std::string::npos);
}

TEST_F(ExtractCommandTest, EmptyAndBinaryFilesAreUnsupported) {
  const auto empty = run_pith({"extract", folder_.write("empty.html", "")});
  EXPECT_EQ(empty.code, 1);
  EXPECT_NE(empty.error.find("unsupported: "), std::string::npos) << empty.error;
  const auto binary =
      run_pith({"extract", folder_.write("a.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))});
  EXPECT_EQ(binary.code, 1);
  EXPECT_NE(binary.error.find("unsupported: "), std::string::npos) << binary.error;
}

TEST_F(ExtractCommandTest, WrongUsageIsToldWithTheNearest) {
  const auto error_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"extract", page()});
    const auto run = run_pith(arguments);
    EXPECT_EQ(run.code, 2) << run.error;
    EXPECT_EQ(run.out, "");
    return run.error;
  };
  EXPECT_EQ(error_of({"--fromat", "text"}),
            "pith: unknown option '--fromat' (did you mean '--format'?); `pith help extract` lists all\n");
  EXPECT_EQ(
      error_of({"--format", "jsno"}),
      "pith: no format named 'jsno' (did you mean 'json'?); there are text, markdown, html, json, jsonl\n");
  EXPECT_NE(error_of({"--plugin", "ecoh"}).find("did you mean 'echo'?"), std::string::npos);
  EXPECT_EQ(error_of({"--jobs", "3"}), "pith: --jobs is for --batch\n");
  EXPECT_EQ(error_of({"--url", "nowhere"}), "pith: --url 'nowhere' is no http or https URL\n");
  EXPECT_NE(error_of({"--url", "http://a/", "another.html"}).find("--url is for one INPUT"),
            std::string::npos);
  EXPECT_NE(error_of({"--format"}).find("--format"), std::string::npos);
  EXPECT_EQ(run_pith({"extract"}).code, 2);
}

TEST_F(ExtractCommandTest, OutputAppearsOnlyWhole) {
  const std::string target = (folder_.path() / "out.txt").string();
  EXPECT_EQ(run_pith({"extract", page(), "--output", target}).code, 0);
  EXPECT_EQ(contents(target), "Echo\n\nharbour\n");
  struct stat what {};
  ::stat(target.c_str(), &what);
  EXPECT_NE(what.st_mode & S_IRUSR, 0U);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_EQ(entry.path().string().find(".pith-"), std::string::npos) << entry.path();
  }
}

TEST_F(ExtractCommandTest, AFullDiskIsAnError) {
  const auto direct = run_pith({"extract", page()}, "", "/dev/full");
  EXPECT_EQ(direct.code, 3);
  EXPECT_EQ(direct.error, "pith: standard output: cannot be written: No space left on device\n");
  const auto named = run_pith({"extract", page(), "--output", "/dev/full"});
  EXPECT_EQ(named.code, 3);
  EXPECT_EQ(named.error, "pith: /dev/full: cannot be written: No space left on device\n");
  EXPECT_EQ(run_pith({"extract", page(), "--output", "/no/such/folder/x"}).code, 3);
}

TEST_F(ExtractCommandTest, PartsAreIncludedAndExcluded) {
  const std::string path = folder_.write("c.html",
                                         "<p>harbour</p><div class='comment'><cite>Ann</cite>"
                                         "<time datetime='2024-05-01'></time><p>Well said.</p></div>");
  EXPECT_EQ(run_pith({"extract", path}).out.find("Comments"), std::string::npos);
  const auto run = run_pith({"extract", path, "--include", "comments"});
  EXPECT_NE(run.out.find("Comments\n\nAnn, 2024-05-01\n\nWell said.\n"), std::string::npos) << run.out;
  const auto json = json_of(run_pith({"extract", path, "--include=comments", "-f", "json"}).out);
  ASSERT_EQ(json["comments"].Size(), 1U);
  EXPECT_STREQ(json["comments"][0]["author"].GetString(), "Ann");
  EXPECT_STREQ(json["comments"][0]["published"].GetString(), "2024-05-01");
  EXPECT_STREQ(json["comments"][0]["text"].GetString(), "Well said.");
  EXPECT_EQ(run_pith({"extract", path, "--include", "comments,links", "--exclude", "comments"})
                .out.find("Comments"),
            std::string::npos);
  const auto wrong = run_pith({"extract", path, "--exclude", "tables,image"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(wrong.error,
            "pith: no part to exclude named 'image' (did you mean 'images'?); there are comments, tables, "
            "images, links\n");
}

TEST_F(ExtractCommandTest, FavorIsPrecisionOrRecall) {
  EXPECT_EQ(run_pith({"extract", page(), "--favor", "recall"}).code, 0);
  const auto wrong = run_pith({"extract", page(), "--favor", "recal"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(wrong.error,
            "pith: no favor named 'recal' (did you mean 'recall'?); there are precision, recall\n");
}

TEST_F(ExtractCommandTest, AClosedPipeEndsQuietly) {
  const std::string many = page("page.html", std::string(500'000, 'x'));
  const auto run =
      run_shell("$PITH extract " + many + " " + many + " | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}");
  EXPECT_EQ(run.out, "141\n");
  EXPECT_EQ(run.error, "");
}

TEST_F(ExtractCommandTest, WithoutAnyPluginItCannotRun) {
  // Elsewhere than in the build folder no plugins lie beside the program: it looks in ../lib, so that must be
  // a folder of the test too.
  const std::string elsewhere = folder_.write("bin/pith", "");
  const std::string go = "install $PITH " + elsewhere +
                         "; export LD_LIBRARY_PATH=${PITH%/*}/../lib PITH_PLUGIN_PATH=; " + elsewhere;
  if (run_shell(go + " plugins | head -1").out != "no plugins\n")
    GTEST_SKIP() << "plugins are installed here";
  const auto run = run_shell(go + " extract " + page());
  EXPECT_EQ(run.code, 3);
  EXPECT_EQ(run.error.rfind("pith: no plugins found: ", 0), 0U) << run.error;
}

TEST(ExtractCommand, ShowsNoPasswordOfAUrl) {
  const TemporaryFolder folder;
  const auto page = folder.write("a.html", "<p>x <a href=b>link</a>");
  const std::string url = "http://user:secret@127.0.0.1:1/";
  for (const std::string format : {"text", "markdown", "html", "json", "jsonl"}) {
    const auto of_urls = run_pith({"extract", url + "a", url + "b", "--format", format, "--explain"});
    EXPECT_EQ(of_urls.code, 1);
    EXPECT_NE((of_urls.out + of_urls.error).find("http://127.0.0.1:1/a"), std::string::npos) << of_urls.error;
    EXPECT_EQ((of_urls.out + of_urls.error).find("secret"), std::string::npos)
        << of_urls.out << of_urls.error;
    const auto of_file = run_pith({"extract", page, "--url", url, "--plugin", "echo", "--format", format});
    EXPECT_EQ((of_file.out + of_file.error).find("secret"), std::string::npos)
        << of_file.out << of_file.error;
  }
  const auto line = R"({"id":1,"url":"http://user:secret@127.0.0.1/","html":"<p>x <a href=b>link</a>"})";
  const auto batch = run_pith({"extract", "--batch", "--plugin", "echo"}, line);
  EXPECT_EQ(batch.code, 0) << batch.error;
  EXPECT_EQ(batch.out.find("secret"), std::string::npos) << batch.out;
}

}  // namespace
}  // namespace pith
