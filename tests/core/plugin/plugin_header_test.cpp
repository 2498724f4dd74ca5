#include "core/plugin/plugin_header.hpp"

#include <cstring>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "pith/error.hpp"
#include "pith/plugin.hpp"

namespace pith {
namespace {

using Change = std::function<void(pith_plugin_header_v1&)>;

std::string bytes_with(const Change& change) {
  pith_plugin_header_v1 header =
      plugin_entry::make_header("example", "1.2.3", "example.com", "*.example.com");
  change(header);
  return {reinterpret_cast<const char*>(&header), sizeof header};
}

std::string refusal_of(const std::string& bytes) {
  try {
    parse_plugin_header(bytes, "lib.so");
  } catch (const Error& error) {
    return error.what();
  }
  return "taken";
}

std::string refusal_with(const Change& change) {
  return refusal_of(bytes_with(change));
}

TEST(PluginHeader, TellsWhatAnAuthorWrote) {
  const PluginHeader header = parse_plugin_header(bytes_with([](auto&) {}));
  EXPECT_EQ(header.name, "example");
  EXPECT_EQ(header.version, "1.2.3");
  EXPECT_EQ(header.domains, (std::vector<std::string>{"example.com", "*.example.com"}));
  EXPECT_EQ(header.sdk_version, PITH_VERSION);
  EXPECT_EQ(header.abi, static_cast<std::uint32_t>(PITH_ABI));
}

TEST(PluginHeader, MayHaveNoDomains) {
  const auto raw = plugin_entry::make_header("shape", "1.0");
  const std::string bytes(reinterpret_cast<const char*>(&raw), sizeof raw);
  EXPECT_TRUE(parse_plugin_header(bytes).domains.empty());
}

TEST(PluginHeader, OfAnotherAbiIsRefusedNamingBoth) {
  const std::string host = std::to_string(PITH_ABI);
  EXPECT_EQ(
      refusal_with([](auto& header) { header.abi = 77; }),
      "lib.so: built for plugin ABI 77, this host speaks " + host + ": rebuild it with the installed SDK");
}

TEST(PluginHeader, OfAnotherAbiIsRefusedForThatWhateverItsSize) {
  const std::string bytes = bytes_with([](auto& header) {
    header.abi = 77;
    header.size = 16;
  });
  EXPECT_NE(refusal_of(bytes.substr(0, 16)).find("plugin ABI 77"), std::string::npos);
}

TEST(PluginHeader, OfAnotherToolchainIsRefusedNamingBoth) {
  EXPECT_EQ(refusal_with([](auto& header) { std::strcpy(header.toolchain, "libc++-15"); }),
            "lib.so: built with toolchain 'libc++-15', this host with '" + std::string(PITH_TOOLCHAIN) +
                "': rebuild it with the installed SDK");
}

TEST(PluginHeader, WithoutMagicIsNone) {
  const std::string refusal = refusal_with([](auto& header) { header.magic[0] = 'X'; });
  EXPECT_NE(refusal.find("the magic word is missing"), std::string::npos) << refusal;
  EXPECT_EQ(refusal_of(""), refusal);
  EXPECT_EQ(refusal_of("PITHPLG"), refusal);
}

TEST(PluginHeader, OfAnotherSizeIsRefused) {
  const std::string refusal = refusal_with([](auto& header) { header.size = 8; });
  EXPECT_NE(refusal.find("its plugin header has 8 bytes, this host knows one of"), std::string::npos)
      << refusal;
}

TEST(PluginHeader, CutOffIsRefused) {
  const std::string bytes = bytes_with([](auto&) {});
  EXPECT_NE(refusal_of(bytes.substr(0, 200)).find("cut off after 200 bytes"), std::string::npos);
}

TEST(PluginHeader, FieldWithoutEndIsRefused) {
  const Change no_end = [](auto& header) { std::memset(header.name, 'a', sizeof header.name); };
  EXPECT_NE(refusal_with(no_end).find("'name' has no end"), std::string::npos);
  const Change no_end_of_domains = [](auto& header) {
    std::memset(header.domains, 'a', sizeof header.domains);
  };
  EXPECT_NE(refusal_with(no_end_of_domains).find("'domains' has no end"), std::string::npos);
}

TEST(PluginHeader, NameMustBeAPluginName) {
  for (const char* name : {"", "Example", "1st", "a b", "a/b", "a\x1b[2J"}) {
    const std::string refusal = refusal_with([&](auto& header) {
      std::memset(header.name, 0, sizeof header.name);
      std::strcpy(header.name, name);
    });
    EXPECT_NE(refusal.find("is not a plugin name"), std::string::npos) << refusal;
    EXPECT_EQ(refusal.find('\x1b'), std::string::npos) << "control characters reach the terminal";
  }
}

TEST(PluginHeader, VersionMustNotBeEmpty) {
  const std::string refusal =
      refusal_with([](auto& header) { std::memset(header.version, 0, sizeof header.version); });
  EXPECT_EQ(refusal, "lib.so: plugin 'example' has no version");
}

TEST(PluginHeader, DomainsMustBeHostPatterns) {
  for (const char* domain :
       {"Example.COM", "https://example.com", "*", "*.", "a.*.com", "example.com.", "\n"}) {
    const std::string refusal = refusal_with([&](auto& header) { std::strcpy(header.domains, domain); });
    EXPECT_NE(refusal.find("is not a host pattern"), std::string::npos) << domain << ": " << refusal;
  }
}

}  // namespace
}  // namespace pith
