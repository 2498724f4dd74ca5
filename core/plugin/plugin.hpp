#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "core/plugin/plugin_header.hpp"
#include "pith/extractor.hpp"

namespace pith {

/// A plugin that the registry knows: its header now, its extractor when first asked for.
///
/// Safe to use from any number of threads.
class Plugin {
 public:
  /// A library whose header has been read.
  Plugin(std::filesystem::path library, PluginHeader header);
  /// One that is there already, for programs and tests that bring their own.
  Plugin(PluginHeader header, std::unique_ptr<const Extractor> extractor);
  Plugin(const Plugin&) = delete;
  Plugin& operator=(const Plugin&) = delete;
  ~Plugin();

  const std::string& name() const noexcept { return header_.name; }
  const PluginHeader& header() const noexcept { return header_; }
  /// Empty if it did not come from a library.
  const std::filesystem::path& library() const noexcept { return library_; }

  /// Loads the library the first time. Throws Error if it cannot be loaded, the same every time.
  const Extractor& extractor() const;

  /// How well `host` fits the plugin's patterns, 0 if it does not: a whole name counts more than a pattern
  /// with "*.", and a longer pattern more than a shorter one.
  std::size_t fit_of_host(std::string_view host) const;

 private:
  std::filesystem::path library_;
  PluginHeader header_;
  mutable std::mutex loading_;
  mutable std::unique_ptr<const Extractor> extractor_;
  mutable std::string refusal_;
};

}  // namespace pith
