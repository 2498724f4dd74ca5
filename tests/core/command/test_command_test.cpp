#include <gtest/gtest.h>

#include "tests/support/json_of.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

class TestCommandTest : public testing::Test {
 protected:
  TestCommandTest() {
    folder_.write("site/good/page.html", "<p>harbour");
    folder_.write("site/good/case.toml", "url = ''\nplugin = 'echo'");
    folder_.write("site/good/expected.json", R"({"status":"ok","plugin":"echo","text":["harbour"]})");
  }
  ProgramRun run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"test", "--fixtures", folder_.path().string()});
    return run_pith(arguments);
  }
  void add_bad_case() const {
    folder_.write("site/bad/page.html", "<p>harbour");
    folder_.write("site/bad/case.toml", "url = ''\nplugin = 'echo'");
    folder_.write("site/bad/expected.json", R"({"status":"ok","plugin":"echo","text":["harbor"]})");
  }

  TemporaryFolder folder_;
};

TEST_F(TestCommandTest, PassesQuietly) {
  const auto result = run({});
  EXPECT_EQ(result.code, 0) << result.error;
  EXPECT_EQ(result.out, "1 passed, 0 failed\n");
}

TEST_F(TestCommandTest, ShowsADifference) {
  add_bad_case();
  const auto result = run({});
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out,
            "- expected, + came out\n"
            "FAILED site/bad\n"
            "  text:\n"
            "    - harbor\n"
            "    + harbour\n"
            "1 passed, 1 failed\n");
  EXPECT_EQ(run({"site/good"}).code, 0);
}

TEST_F(TestCommandTest, UpdatesAndTellsIt) {
  add_bad_case();
  const auto result = run({"site/bad", "--update"});
  EXPECT_EQ(result.code, 0) << result.out;
  EXPECT_NE(result.out.find("written site/bad"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("    + harbour"), std::string::npos);
  EXPECT_EQ(run({}).code, 0);
}

TEST_F(TestCommandTest, ReportsForPrograms) {
  add_bad_case();
  EXPECT_EQ(json_of(run({"--format", "json"}).out)["failed"].GetInt(), 1);
  EXPECT_EQ(run({"--format", "junit"}).out.rfind("<?xml", 0), 0U);
}

TEST_F(TestCommandTest, BrokenFixturesAreToldAndFail) {
  folder_.write("site/lost/case.toml", "url = ''");
  const auto result = run({"lost"});
  EXPECT_EQ(result.code, 1);
  EXPECT_NE(result.out.find("no page: a fixture needs"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("0 passed, 0 failed, 1 broken"), std::string::npos) << result.out;
}

TEST_F(TestCommandTest, WrongUsage) {
  const auto unknown = run({"site/goood"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.error.find("did you mean 'site/good'?"), std::string::npos) << unknown.error;
  EXPECT_EQ(run({"--format", "xml"}).code, 2);
  EXPECT_EQ(run_pith({"test", "--fixtures", "/no/such"}).code, 2);
}

TEST_F(TestCommandTest, ARunOfNothingIsNotWell) {
  const TemporaryFolder empty;
  EXPECT_EQ(run_pith({"test", "--fixtures", empty.path().string()}).code, 2);
}

}  // namespace
}  // namespace pith
