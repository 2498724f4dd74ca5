#pragma once

#include <string>
#include <vector>

#include "core/plugin/registry.hpp"

namespace pith {

/// The plugins this run works with. Refused libraries are told on standard error. Throws Error if there is
/// none at all.
Registry load_plugins(const std::vector<std::string>& plugin_folders);

/// Throws UsageError, with the nearest name, if there is no plugin of that name.
void require_plugin(const Registry& registry, const std::string& name);

}  // namespace pith
