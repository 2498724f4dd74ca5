#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <boost/dll/alias.hpp>

#include "pith/extractor.hpp"
#include "pith/site.hpp"
#include "pith/version.hpp"

/// The entry point of a plugin library.
///
/// A library exports one plain C structure, `pith_plugin_header`, without pointers, so that a host can read
/// it from the file before a single instruction of the library runs; and one factory,
/// `pith_plugin_create`, by BOOST_DLL_ALIAS, which is called once after the header has been found to fit.
/// Both come from PITH_PLUGIN; an author writes nothing else:
///
///     pith::Site example() { return pith::Site{}.recipe("2023").title("h1").body(".story"); }
///     PITH_PLUGIN(example, "1.0.0", "example.com", "*.example.com")

extern "C" {
struct pith_plugin_header_v1 {
  char magic[8];         ///< PITH_PLUGIN_MAGIC
  std::uint32_t size;    ///< sizeof this structure
  std::uint32_t abi;     ///< PITH_ABI of the SDK it was built with
  char sdk_version[16];  ///< "0.1.0"
  char toolchain[64];    ///< PITH_TOOLCHAIN
  char name[32];         ///< [a-z][a-z0-9_-]*
  char version[16];      ///< the plugin's own
  char domains[4096];    ///< host patterns, one a line; empty if it goes by shape alone
};
}

#define PITH_PLUGIN_MAGIC "PITHPLG"

namespace pith::plugin_entry {

template <std::size_t Size>
constexpr void put(char (&field)[Size], std::string_view text) {
  if (text.size() >= Size) throw "a field of PITH_PLUGIN is too long";
  for (std::size_t i = 0; i < text.size(); ++i) field[i] = text[i];
}

template <class... Domains>
constexpr pith_plugin_header_v1 make_header(std::string_view name, std::string_view version,
                                            Domains... domains) {
  pith_plugin_header_v1 header{};
  put(header.magic, PITH_PLUGIN_MAGIC);
  header.size = sizeof(pith_plugin_header_v1);
  header.abi = PITH_ABI;
  put(header.sdk_version, PITH_VERSION);
  put(header.toolchain, PITH_TOOLCHAIN);
  put(header.name, name);
  put(header.version, version);
  std::size_t at = 0;
  [[maybe_unused]] const auto add = [&](std::string_view domain) {
    if (at + domain.size() + 1 >= sizeof(header.domains)) throw "too many domains in PITH_PLUGIN";
    for (char c : domain) header.domains[at++] = c;
    header.domains[at++] = '\n';
  };
  (add(std::string_view(domains)), ...);
  return header;
}

/// A Site becomes an extractor; a pointer to an extractor is taken as it is.
PITH_API std::unique_ptr<Extractor> to_extractor(Site site);
template <class Derived>
std::unique_ptr<Extractor> to_extractor(std::unique_ptr<Derived> extractor) {
  return extractor;
}

}  // namespace pith::plugin_entry

/// PITH_PLUGIN(function, version, host patterns...): `function` names the plugin and returns a Site or a
/// unique_ptr to an Extractor. Once per library, outside any namespace.
#define PITH_PLUGIN(function, ...)                                                            \
  extern "C" __attribute__((visibility("default"),                                            \
                            used)) constinit const pith_plugin_header_v1 pith_plugin_header = \
      pith::plugin_entry::make_header(#function, __VA_ARGS__);                                \
  namespace pith_plugin_factory {                                                             \
  static std::unique_ptr<pith::Extractor> create() {                                          \
    return pith::plugin_entry::to_extractor(function());                                      \
  }                                                                                           \
  }                                                                                           \
  BOOST_DLL_ALIAS(pith_plugin_factory::create, pith_plugin_create)
