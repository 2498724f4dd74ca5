#include <gtest/gtest.h>

#include "tests/support/json_of.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

TEST(PluginsCommand, ListsWhatThereIs) {
  const auto run = run_pith({"plugins"});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_EQ(run.out.rfind("name", 0), 0U);
  EXPECT_NE(run.out.find("echo"), std::string::npos);
  EXPECT_NE(run.out.find("1.2.3"), std::string::npos);
  EXPECT_NE(run.out.find("(by shape)"), std::string::npos);
}

TEST(PluginsCommand, ListsWhatWasRefusedWithTheReason) {
  const TemporaryFolder folder;
  const auto bad = folder.write("bad.so", "no library at all");
  const auto run = run_pith({"plugins", "list", "--plugin-dir", folder.path().string()});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("refused:\n  " + bad + ": "), std::string::npos) << run.out;
  const auto json =
      json_of(run_pith({"plugins", "--format", "json", "--plugin-dir", folder.path().string()}).out);
  EXPECT_EQ(json["refused"][0]["path"].GetString(), bad);
}

TEST(PluginsCommand, ShowsOne) {
  const auto run = run_pith({"plugins", "show", "echo"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("gives back what it gets"), std::string::npos) << run.out;
  const auto unknown = run_pith({"plugins", "show", "ehco"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.error.find("did you mean 'echo'?"), std::string::npos) << unknown.error;
}

TEST(PluginsCommand, ChecksALibrary) {
  const auto good = run_pith({"plugins", "check", PITH_TEST_PLUGINS "/echo.so"});
  EXPECT_EQ(good.code, 0);
  EXPECT_NE(good.out.find("plugin echo 1.2.3"), std::string::npos) << good.out;
  const TemporaryFolder folder;
  const auto cut = run_shell("head -c 5000 " PITH_TEST_PLUGINS "/echo.so > " + folder.path().string() +
                             "/cut.so; $PITH plugins check " + folder.path().string() + "/cut.so");
  EXPECT_EQ(cut.code, 1);
  EXPECT_NE(cut.out.find("cut.so: "), std::string::npos) << cut.out;
  EXPECT_EQ(run_pith({"plugins", "check", "no/such.so"}).code, 1);
}

TEST(PluginsCommand, WrongUsage) {
  EXPECT_NE(run_pith({"plugins", "shwo"}).error.find("did you mean 'show'?"), std::string::npos);
  EXPECT_EQ(run_pith({"plugins", "shwo"}).code, 2);
  EXPECT_EQ(run_pith({"plugins", "show"}).code, 2);
  EXPECT_EQ(run_pith({"plugins", "list", "echo"}).code, 2);
  EXPECT_EQ(run_pith({"plugins", "--format", "xml"}).code, 2);
}

}  // namespace
}  // namespace pith
