#include "core/command/extract_command.hpp"

#include "core/command/exit_code.hpp"
#include "core/command/extract_batch.hpp"
#include "core/command/extract_options.hpp"
#include "core/command/extract_pages.hpp"
#include "core/command/help_command.hpp"
#include "core/command/plugin_options.hpp"
#include "core/command/usage_error.hpp"

namespace pith {

int run_extract(const std::vector<std::string>& arguments) {
  bool help = false;
  const ExtractOptions options = read_extract_options(arguments, help);
  if (help) return run_help({"extract"});
  const Registry registry = load_plugins(options.plugin_folders);
  if (!options.plugin.empty()) require_plugin(registry, options.plugin);
  return options.batch ? extract_batch(options, registry) : extract_pages(options, registry);
}

}  // namespace pith
