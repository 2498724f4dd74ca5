#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pith {

/// A folder in which plugins are looked for.
struct PluginFolder {
  enum class Origin { option, environment, beside_program, install_prefix, user_data };
  std::filesystem::path path;
  Origin origin;

  /// Whether a person named it, so that its absence must be told.
  bool is_named() const { return origin == Origin::option || origin == Origin::environment; }
  /// Whether its plugins came with the program, and need not be tried in a child first.
  bool is_bundled() const { return origin == Origin::beside_program || origin == Origin::install_prefix; }
};

/// Where plugins are looked for. Of two plugins with the same name the one found first counts, so the
/// order is: what was said on the command line, PITH_PLUGIN_PATH, beside the program, the install prefix,
/// the user's data folder.
struct PluginPath {
  std::vector<std::filesystem::path> given;      ///< --plugin-dir, in order
  std::string environment;                       ///< PITH_PLUGIN_PATH: folders separated by colons
  std::filesystem::path program_folder;          ///< where the program itself is; empty if not known
  std::filesystem::path install_prefix_plugins;  ///< as configured when it was built
  std::filesystem::path data_home;               ///< XDG_DATA_HOME; empty if there is none

  /// As this process finds itself: its environment, its executable, its build.
  static PluginPath of_process(std::vector<std::filesystem::path> given = {});

  /// Absolute paths, each once, existing or not.
  std::vector<PluginFolder> folders() const;
};

}  // namespace pith
