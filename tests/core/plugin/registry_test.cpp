#include "core/plugin/registry.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "pith/error.hpp"
#include "pith/version.hpp"
#include "test_folder.hpp"

namespace pith {
namespace {

using Origin = PluginFolder::Origin;
using Names = std::vector<std::string>;

Names names_of(const Registry& registry) {
  Names names;
  for (const auto& plugin : registry.plugins()) names.push_back(plugin->name());
  return names;
}

std::string reason_for(const Registry& registry, const std::string& file) {
  for (const Refusal& refusal : registry.refusals()) {
    if (refusal.path.filename() == file) return refusal.reason;
  }
  return "not refused";
}

Registry scan(const std::filesystem::path& folder, Probe probe = Probe::all) {
  return Registry::scan({{folder, Origin::option}}, {probe, std::chrono::milliseconds(2000)});
}

TEST(Registry, TakesGoodPluginsAndSaysOfEveryOtherFileWhyNot) {
  const TestFolder folder;
  for (const char* library :
       {"aborts_on_start", "crashes_while_loaded", "exits_on_start", "good", "hangs_on_start",
        "lacks_a_symbol", "makes_nothing", "no_factory", "no_header", "old_abi", "other", "other_toolchain",
        "throws_a_number", "throws_on_start", "throws_while_loaded", "twin"}) {
    folder.take(library);
  }
  const std::string whole = bytes_of(test_library("good"));
  folder.write("cut.so", whole.substr(0, whole.size() / 2));
  folder.write("empty.so", "");
  folder.write("text.so", "this is not a library");
  folder.write("readme.txt", "not even called one");
  std::filesystem::create_directory(folder.path() / "folder.so");

  const Registry registry = scan(folder.path());

  EXPECT_EQ(names_of(registry), (Names{"good", "other"}));
  EXPECT_EQ(registry.refusals().size(), 18U);
  EXPECT_EQ(reason_for(registry, "empty.so"), "the file is empty");
  EXPECT_EQ(reason_for(registry, "folder.so"), "not a regular file");
  EXPECT_EQ(reason_for(registry, "readme.txt"), "not refused");
  EXPECT_EQ(reason_for(registry, "cut.so").find("cut short or damaged"), 0U);
  EXPECT_EQ(reason_for(registry, "text.so"), "not a library: it does not begin as ELF files do");
  EXPECT_EQ(reason_for(registry, "old_abi.so"), "built for plugin ABI " + std::to_string(PITH_ABI + 1) +
                                                    ", this host speaks " + std::to_string(PITH_ABI) +
                                                    ": rebuild it with the installed SDK");
  EXPECT_EQ(reason_for(registry, "other_toolchain.so").find("built with toolchain 'X"), 0U);
  EXPECT_EQ(reason_for(registry, "no_header.so").find("not a Pith plugin"), 0U);
  EXPECT_EQ(reason_for(registry, "no_factory.so").find("it has a plugin header but exports no factory"), 0U);
  EXPECT_EQ(reason_for(registry, "throws_on_start.so"), "it threw on start: no table for today");
  EXPECT_EQ(reason_for(registry, "crashes_while_loaded.so"),
            "it crashes on start (SIGSEGV, Segmentation fault)");
  EXPECT_EQ(reason_for(registry, "hangs_on_start.so"), "it did not finish starting within 2000 ms");
  EXPECT_EQ(reason_for(registry, "twin.so"),
            "duplicate name 'good': already taken from " + (folder.path() / "good.so").string());
}

TEST(Registry, ListingRunsNothing) {
  const TestFolder folder;
  folder.take("crashes_while_loaded");
  folder.take("hangs_on_start");
  EXPECT_EQ(names_of(scan(folder.path(), Probe::none)), (Names{"crashes_while_loaded", "hangs_on_start"}));
}

TEST(Registry, DoesNotTryWhatCameWithTheProgram) {
  const TestFolder folder;
  folder.take("throws_on_start");
  const Registry registry = Registry::scan({{folder.path(), Origin::beside_program}});
  EXPECT_EQ(names_of(registry), Names{"throws_on_start"});
}

TEST(Registry, LoadsWhenFirstAskedAndFailsTheSameEveryTime) {
  const TestFolder folder;
  folder.take("throws_on_start");
  const Registry registry = scan(folder.path(), Probe::none);
  const Plugin& plugin = registry.get("throws_on_start");
  for (int time = 0; time < 2; ++time) {
    try {
      plugin.extractor();
      FAIL() << "loaded";
    } catch (const Error& error) {
      EXPECT_EQ(error.problem(), "it threw on start: no table for today");
    }
  }
}

TEST(Registry, LoadAllMovesWhatCannotBeLoadedToTheRefusals) {
  const TestFolder folder;
  folder.take("good");
  folder.take("throws_on_start");
  Registry registry = scan(folder.path(), Probe::none);
  registry.load_all();
  EXPECT_EQ(names_of(registry), Names{"good"});
  EXPECT_EQ(reason_for(registry, "throws_on_start.so"), "it threw on start: no table for today");
}

TEST(Registry, TheFirstFolderWins) {
  const TestFolder first;
  const TestFolder second;
  first.take("twin");
  second.take("good");
  const Registry registry =
      Registry::scan({{first.path(), Origin::option}, {second.path(), Origin::beside_program}});
  EXPECT_EQ(names_of(registry), Names{"good"});
  EXPECT_EQ(registry.get("good").header().version, "2.0.0");
  ASSERT_EQ(registry.refusals().size(), 1U);
  EXPECT_EQ(registry.refusals().front().kind, Refusal::Kind::duplicate);
  EXPECT_EQ(registry.refusals().front().path, second.path() / "good.so");
}

TEST(Registry, AFileThatCanBeReachedTwiceIsNoDuplicate) {
  const TestFolder folder;
  folder.take("good");
  std::filesystem::create_symlink(folder.path() / "good.so", folder.path() / "link.so");
  std::filesystem::create_hard_link(folder.path() / "good.so", folder.path() / "hard.so");
  const Registry registry = scan(folder.path());
  EXPECT_EQ(names_of(registry), Names{"good"});
  EXPECT_TRUE(registry.refusals().empty());
}

TEST(Registry, AFolderThatIsMissedIsToldOnlyIfAPersonNamedIt) {
  const std::filesystem::path missing = "/nonexistent/plugins";
  EXPECT_TRUE(Registry::scan({{missing, Origin::user_data}}).refusals().empty());
  const Registry registry = Registry::scan({{missing, Origin::option}});
  ASSERT_EQ(registry.refusals().size(), 1U);
  EXPECT_EQ(registry.refusals().front().kind, Refusal::Kind::folder);
  EXPECT_EQ(registry.refusals().front().reason, "cannot look for plugins there: No such file or directory");
}

TEST(Registry, SuggestsTheNearestName) {
  const TestFolder folder;
  folder.take("good");
  const Registry registry = scan(folder.path());
  EXPECT_EQ(registry.find("goood"), nullptr);
  try {
    registry.get("goood");
    FAIL() << "found";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no plugin named 'goood' (did you mean 'good'?); `pith plugins` lists all");
  }
}

TEST(Registry, CanBeAskedFromManyThreads) {
  const TestFolder folder;
  folder.take("good");
  const Registry registry = scan(folder.path());
  std::vector<const Extractor*> extractors(8);
  std::vector<std::thread> threads;
  for (const Extractor*& extractor : extractors) {
    threads.emplace_back([&] { extractor = &registry.get("good").extractor(); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::count(extractors.begin(), extractors.end(), extractors.front()), 8);
}

TEST(CheckPlugin, GivesTheHeaderOfAGoodOneAndRefusesABadOne) {
  EXPECT_EQ(check_plugin(test_library("good")).name, "good");
  EXPECT_THROW(check_plugin(test_library("throws_on_start")), Error);
  EXPECT_THROW(check_plugin(test_library("old_abi")), Error);
}

}  // namespace
}  // namespace pith
