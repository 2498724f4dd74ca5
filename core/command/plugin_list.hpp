#pragma once

#include <string>

#include "core/plugin/plugin.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// A table of the plugins, then the refused libraries with their reasons.
std::string plugin_list_text(const Registry& registry);

/// {"plugins": [{name, version, domains, path, sdk_version, abi, toolchain}], "refused": [{path, reason}]}
std::string plugin_list_json(const Registry& registry);

/// Header and rules of one plugin, for reading. Throws Error if it cannot be loaded.
std::string plugin_description(const Plugin& plugin);

}  // namespace pith
