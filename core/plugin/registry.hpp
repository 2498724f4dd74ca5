#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/plugin.hpp"
#include "core/plugin/plugin_path.hpp"

namespace pith {

/// A library, or a folder, that was not taken, and why.
struct Refusal {
  enum class Kind {
    folder,     ///< a folder that was named and cannot be read
    library,    ///< no plugin for this host: not a library, cut short, another ABI, crashes on start ...
    duplicate,  ///< its name is taken by one that was found before
  };
  Kind kind;
  std::filesystem::path path;
  /// One sentence, lower case, without the path.
  std::string reason;
};

/// Which plugins are tried in a child process while scanning (plugin_probe.hpp).
enum class Probe {
  none,         ///< nothing of any plugin runs: for listing
  not_bundled,  ///< all but those that came with the program
  all,
};

/// The plugins there are. None of those that are refused stops the others.
///
/// Scanning reads the headers of all libraries; a library is loaded when its plugin is first asked for
/// something. Const use is safe from any number of threads; scanning is not, and forks unless told not to
/// probe, so scan before starting threads.
class Registry {
 public:
  struct Options {
    Probe probe = Probe::not_bundled;
    /// How long one plugin may take to start when it is tried.
    std::chrono::milliseconds patience = std::chrono::seconds(5);
  };

  Registry() = default;
  static Registry scan(const std::vector<PluginFolder>& folders, const Options& options);
  static Registry scan(const std::vector<PluginFolder>& folders) { return scan(folders, Options()); }

  /// Takes one more plugin in; refused if its name is taken.
  void add(std::unique_ptr<const Plugin> plugin);

  /// In the order in which they were found.
  const std::vector<std::unique_ptr<const Plugin>>& plugins() const noexcept { return plugins_; }
  const std::vector<Refusal>& refusals() const noexcept { return refusals_; }

  /// The plugin of that name; null if there is none.
  const Plugin* find(std::string_view name) const noexcept;
  /// The plugin of that name. Throws Error, with the nearest name if there is one.
  const Plugin& get(std::string_view name) const;

  /// Drops all plugins but those of these names.
  void keep_only(const std::vector<std::string>& names);

  /// Loads every plugin now and moves those that cannot be loaded to the refusals.
  void load_all();

 private:
  void refuse(Refusal::Kind kind, std::filesystem::path path, std::string reason);

  std::vector<std::unique_ptr<const Plugin>> plugins_;
  std::vector<Refusal> refusals_;
};

/// Whether this one library would be taken: reads its header and tries it in a child. Throws Error if not.
PluginHeader check_plugin(const std::filesystem::path& library,
                          std::chrono::milliseconds patience = std::chrono::seconds(5));

}  // namespace pith
