#include "core/plugin/plugin_header.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>

#include "core/plugin/elf_file.hpp"
#include "pith/error.hpp"
#include "pith/plugin.hpp"

namespace pith {
namespace {

const std::string rebuild = "rebuild it with the installed SDK";

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A host in lower case, or "*." and a host.
bool is_host_pattern(std::string_view pattern) {
  if (pattern.substr(0, 2) == "*.") pattern.remove_prefix(2);
  return !pattern.empty() && pattern.front() != '.' && pattern.back() != '.' &&
         std::all_of(pattern.begin(), pattern.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '.'; });
}

/// Text of a plugin that goes into a message: what could upset a terminal is replaced.
std::string shown(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c < ' ' || c > '~') c = '?';
  }
  return plain;
}

template <std::size_t Size>
std::string text_of(const char (&field)[Size], const char* name, const std::string& where) {
  const void* const end = std::memchr(field, '\0', Size);
  if (end == nullptr)
    throw Error("the plugin header is damaged: '" + std::string(name) + "' has no end", where);
  return {field, static_cast<std::size_t>(static_cast<const char*>(end) - field)};
}

void check_fit(const pith_plugin_header_v1& header, const std::string& where) {
  if (header.abi != PITH_ABI) {
    throw Error("built for plugin ABI " + std::to_string(header.abi) + ", this host speaks " +
                    std::to_string(PITH_ABI),
                where, rebuild);
  }
  if (header.size != sizeof header) {
    throw Error("its plugin header has " + std::to_string(header.size) + " bytes, this host knows one of " +
                    std::to_string(sizeof header),
                where, rebuild);
  }
  const std::string toolchain = text_of(header.toolchain, "toolchain", where);
  if (toolchain != PITH_TOOLCHAIN) {
    throw Error("built with toolchain '" + shown(toolchain) + "', this host with '" +
                    std::string(PITH_TOOLCHAIN) + "'",
                where, rebuild);
  }
}

std::vector<std::string> domains_of(const std::string& lines, const std::string& where) {
  std::vector<std::string> domains;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string domain = lines.substr(begin, end - begin);
    if (!is_host_pattern(domain)) {
      throw Error("'" + shown(domain) + "' is not a host pattern", where,
                  "write hosts in lower case, as example.com or *.example.com");
    }
    domains.push_back(domain);
    begin = end + 1;
  }
  return domains;
}

}  // namespace

bool is_plugin_name(std::string_view name) {
  return !name.empty() && is_lower(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return is_lower(c) || is_digit(c) || c == '_' || c == '-';
  });
}

PluginHeader parse_plugin_header(std::string_view bytes, const std::string& where) {
  constexpr std::size_t fixed_part = offsetof(pith_plugin_header_v1, sdk_version);
  pith_plugin_header_v1 raw{};
  std::memcpy(&raw, bytes.data(), std::min(bytes.size(), sizeof raw));
  if (bytes.size() < fixed_part || std::memcmp(raw.magic, PITH_PLUGIN_MAGIC, sizeof raw.magic) != 0) {
    throw Error("its 'pith_plugin_header' is not one: the magic word is missing", where,
                "export it with PITH_PLUGIN");
  }
  check_fit(raw, where);
  if (bytes.size() < sizeof raw) {
    throw Error("its plugin header is cut off after " + std::to_string(bytes.size()) + " bytes", where,
                rebuild);
  }
  PluginHeader header;
  header.abi = raw.abi;
  header.toolchain = text_of(raw.toolchain, "toolchain", where);
  header.sdk_version = shown(text_of(raw.sdk_version, "sdk_version", where));
  header.name = text_of(raw.name, "name", where);
  header.version = shown(text_of(raw.version, "version", where));
  if (header.sdk_version.empty()) throw Error("the plugin header names no SDK version", where, rebuild);
  if (!is_plugin_name(header.name)) {
    throw Error("'" + shown(header.name) + "' is not a plugin name", where,
                "begin with a letter a-z; letters, digits, '_' and '-' may follow");
  }
  if (header.version.empty()) throw Error("plugin '" + header.name + "' has no version", where);
  header.domains = domains_of(text_of(raw.domains, "domains", where), where);
  return header;
}

PluginHeader read_plugin_header(const std::filesystem::path& library) {
  const ElfFile file(library);
  const std::optional<std::string> bytes =
      file.object_bytes("pith_plugin_header", sizeof(pith_plugin_header_v1));
  if (!bytes) {
    throw Error("not a Pith plugin: it exports no 'pith_plugin_header'", library.string(),
                "export it with PITH_PLUGIN");
  }
  PluginHeader header = parse_plugin_header(*bytes, library.string());
  if (!file.exports("pith_plugin_create")) {
    throw Error("it has a plugin header but exports no factory 'pith_plugin_create'", library.string(),
                "export it with PITH_PLUGIN");
  }
  return header;
}

}  // namespace pith
