#include <gtest/gtest.h>

#include "core/command/help_command.hpp"
#include "core/command/help_text.hpp"
#include "tests/support/program.hpp"

namespace pith {
namespace {

TEST(Help, ExplainsEveryCommandInTheSameWordsEitherWay) {
  for (const auto& command : command_names()) {
    const auto help = run_pith({"help", command});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_EQ(help.out, help_text(command));
    if (command == "help") continue;
    EXPECT_EQ(run_pith({command, "--help"}).out, help.out);
    EXPECT_NE(help_text("").find("  " + command + " "), std::string_view::npos);
  }
}

TEST(Help, LinesFitATerminal) {
  for (const char* command : {"", "extract", "job", "plugins", "test", "help"}) {
    const std::string_view text = help_text(command);
    for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
      EXPECT_LE(text.find('\n', begin) - begin, 110U) << text.substr(begin, 60);
    }
  }
}

TEST(Help, WithoutCommandIsAnOverview) {
  EXPECT_EQ(run_pith({"help"}).out, help_text(""));
  EXPECT_EQ(run_pith({"--help"}).code, 0);
  EXPECT_EQ(run_pith({}).code, 2);
}

TEST(Help, TellsVersionsOfEverythingThatMatters) {
  const auto run = run_pith({"--version"});
  EXPECT_EQ(run.code, 0);
  for (const char* word : {"pith 0.", "plugin ABI "}) {
    EXPECT_NE(run.out.find(word), std::string::npos) << run.out;
  }
  for (const std::string name :
       {"gumbo", "libxml2", "uchardet", "icu", "rapidjson", "boost", "curl", "openssl", "zlib", "zstd",
        "brotli", "xxhash", "sqlite", "libpq", "seccomp", "spdlog", "tomlplusplus", "prometheus-cpp"}) {
    const auto at = run.out.find(name + " ");
    ASSERT_NE(at, std::string::npos) << name << " in " << run.out;
    const std::string version =
        run.out.substr(at + name.size() + 1, run.out.find_first_of(",\n", at) - at - name.size() - 1);
    EXPECT_EQ(version.find_first_not_of("0123456789."), std::string::npos) << name << ": " << version;
    EXPECT_NE(version.find('.'), std::string::npos) << name << ": " << version;
  }
}

TEST(Help, AnUnknownCommandIsToldWithTheNearest) {
  const auto run = run_pith({"extrct"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.error, "pith: no command named 'extrct' (did you mean 'extract'?); `pith help` lists all\n");
  EXPECT_EQ(run_pith({"help", "tset"}).code, 2);
  EXPECT_EQ(
      run_pith({"--versoin"}).error,
      "pith: unknown option '--versoin' (did you mean '--version'?); `pith help` tells what there is\n");
  EXPECT_EQ(run_pith({"http://x/"}).error,
            "pith: no command named 'http://x/' (did you mean `pith extract http://x/`?)\n");
}

}  // namespace
}  // namespace pith
