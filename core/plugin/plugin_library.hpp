#pragma once

#include <filesystem>
#include <memory>

#include "pith/extractor.hpp"

namespace pith {

/// Loads a plugin's library and lets its factory make the extractor. Whatever goes wrong, thrown by the
/// loader or by the plugin, becomes an Error in which the loader's own message is kept.
///
/// Read the header first (plugin_header.hpp): loading runs the plugin's code. What no host can catch, such as
/// an exception thrown by the constructor of a static object (dlopen is noexcept), ends the process:
/// libraries that are not trusted are tried in a child before (plugin_probe.hpp). The library stays loaded
/// until the process ends, because what it made may be alive until then.
std::unique_ptr<const Extractor> load_plugin(const std::filesystem::path& library);

}  // namespace pith
