#include "core/command/plugin_options.hpp"

#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/plugin/plugin_path.hpp"
#include "pith/error.hpp"

namespace pith {

Registry load_plugins(const std::vector<std::string>& plugin_folders) {
  const auto path = PluginPath::of_process({plugin_folders.begin(), plugin_folders.end()});
  Registry registry = Registry::scan(path.folders());
  for (const auto& refusal : registry.refusals()) {
    tell(refusal.path.string() + ": not used: " + refusal.reason);
  }
  if (registry.plugins().empty()) {
    throw Error("no plugins found", "",
                "`pith plugins` tells where they are looked for; --plugin-dir adds a folder");
  }
  return registry;
}

void require_plugin(const Registry& registry, const std::string& name) {
  try {
    registry.get(name);
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
}

}  // namespace pith
