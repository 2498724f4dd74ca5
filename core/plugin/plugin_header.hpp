#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// What a plugin says about itself before any of it runs: the `pith_plugin_header` of its library
/// (pith/plugin.hpp), checked.
struct PluginHeader {
  std::string name;
  std::string version;
  /// Host patterns; empty if the plugin goes by the shape of pages alone.
  std::vector<std::string> domains;
  std::string sdk_version;
  std::uint32_t abi = 0;
  std::string toolchain;
};

/// Whether this can be the name of a plugin: [a-z][a-z0-9_-]*
bool is_plugin_name(std::string_view name);

/// Checks the bytes of a header: magic, ABI and size, toolchain, then every field. Throws Error, which names
/// both values where two disagree; `where` is the library.
PluginHeader parse_plugin_header(std::string_view bytes, const std::string& where = {});

/// Reads the header out of the library file without loading it, and checks that the library is whole and
/// exports a factory. Throws Error.
PluginHeader read_plugin_header(const std::filesystem::path& library);

}  // namespace pith
