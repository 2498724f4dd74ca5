#include "core/plugin/plugin_path.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pith {
namespace {

using Origin = PluginFolder::Origin;

std::vector<std::string> paths_of(const PluginPath& path) {
  std::vector<std::string> paths;
  for (const PluginFolder& folder : path.folders()) paths.push_back(folder.path.string());
  return paths;
}

PluginPath whole_path() {
  PluginPath path;
  path.given = {"/given/one", "/given/two"};
  path.environment = "/env/one:/env/two";
  path.program_folder = "/opt/pith/bin";
  path.install_prefix_plugins = "/usr/lib/pith/plugins";
  path.data_home = "/home/ann/.local/share";
  return path;
}

TEST(PluginPath, OrderIsOptionEnvironmentProgramPrefixUser) {
  const std::vector<PluginFolder> folders = whole_path().folders();
  ASSERT_EQ(folders.size(), 8U);
  EXPECT_EQ(folders[0].path, "/given/one");
  EXPECT_EQ(folders[1].path, "/given/two");
  EXPECT_EQ(folders[2].path, "/env/one");
  EXPECT_EQ(folders[3].path, "/env/two");
  EXPECT_EQ(folders[4].origin, Origin::beside_program);
  EXPECT_EQ(folders[4].path.string().find("/opt/pith/lib"), 0U);
  EXPECT_EQ(folders[5].path, "/opt/pith/bin/plugins");
  EXPECT_EQ(folders[6].path, "/usr/lib/pith/plugins");
  EXPECT_EQ(folders[7].path, "/home/ann/.local/share/pith/plugins");
}

TEST(PluginPath, OnlyWhatAPersonSaidIsNamed) {
  const std::vector<PluginFolder> folders = whole_path().folders();
  for (std::size_t i = 0; i < folders.size(); ++i) EXPECT_EQ(folders[i].is_named(), i < 4) << i;
}

TEST(PluginPath, OnlyWhatCameWithTheProgramIsBundled) {
  const std::vector<PluginFolder> folders = whole_path().folders();
  for (std::size_t i = 0; i < folders.size(); ++i) EXPECT_EQ(folders[i].is_bundled(), i >= 4 && i <= 6) << i;
}

TEST(PluginPath, EmptyPartsOfTheEnvironmentMeanNothing) {
  PluginPath path;
  path.environment = "::/a::/b:";
  EXPECT_EQ(paths_of(path), (std::vector<std::string>{"/a", "/b"}));
}

TEST(PluginPath, TheSameFolderCountsOnceWhereItComesFirst) {
  PluginPath path;
  path.given = {"/a/", "/b/../a"};
  path.environment = "/c:/a";
  EXPECT_EQ(paths_of(path), (std::vector<std::string>{"/a", "/c"}));
}

TEST(PluginPath, RelativeFoldersAreMadeAbsolute) {
  PluginPath path;
  path.given = {"my/plugins"};
  EXPECT_TRUE(path.folders().front().path.is_absolute());
}

TEST(PluginPath, OfThisProcessKnowsWhereTheProgramIs) {
  EXPECT_EQ(PluginPath::of_process().program_folder,
            std::filesystem::read_symlink("/proc/self/exe").parent_path());
}

}  // namespace
}  // namespace pith
