#include "core/plugin/plugin_path.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

namespace pith {
namespace {

namespace fs = std::filesystem;
using Origin = PluginFolder::Origin;

std::string from_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// The XDG base directory specification: XDG_DATA_HOME if it is absolute, else ~/.local/share.
fs::path data_home_of_process() {
  fs::path data_home = from_environment("XDG_DATA_HOME");
  if (data_home.is_absolute()) return data_home;
  const fs::path home = from_environment("HOME");
  return home.is_absolute() ? home / ".local" / "share" : fs::path();
}

void add(std::vector<PluginFolder>& folders, const fs::path& path, Origin origin) {
  if (path.empty()) return;
  std::error_code unknown;
  fs::path absolute = fs::absolute(path, unknown).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  const bool is_known = std::any_of(folders.begin(), folders.end(),
                                    [&](const PluginFolder& folder) { return folder.path == absolute; });
  if (!is_known) folders.push_back({std::move(absolute), origin});
}

}  // namespace

PluginPath PluginPath::of_process(std::vector<fs::path> given) {
  PluginPath path;
  path.given = std::move(given);
  path.environment = from_environment("PITH_PLUGIN_PATH");
  std::error_code unknown;
  path.program_folder = fs::read_symlink("/proc/self/exe", unknown).parent_path();
  path.install_prefix_plugins = PITH_INSTALL_PREFIX_PLUGINS;
  path.data_home = data_home_of_process();
  return path;
}

std::vector<PluginFolder> PluginPath::folders() const {
  std::vector<PluginFolder> folders;
  for (const fs::path& folder : given) add(folders, folder, Origin::option);
  for (std::string_view rest = environment; !rest.empty();) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    add(folders, rest.substr(0, colon), Origin::environment);
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  if (!program_folder.empty()) {
    add(folders, program_folder / PITH_PLUGINS_FROM_PROGRAM, Origin::beside_program);
    add(folders, program_folder / "plugins", Origin::beside_program);
  }
  add(folders, install_prefix_plugins, Origin::install_prefix);
  if (!data_home.empty()) add(folders, data_home / "pith" / "plugins", Origin::user_data);
  return folders;
}

}  // namespace pith
