#include "core/plugin/plugin.hpp"

#include <algorithm>
#include <utility>

#include "core/plugin/plugin_library.hpp"
#include "pith/error.hpp"
#include "pith/url.hpp"

namespace pith {

Plugin::Plugin(std::filesystem::path library, PluginHeader header)
    : library_(std::move(library)), header_(std::move(header)) {}

Plugin::Plugin(PluginHeader header, std::unique_ptr<const Extractor> extractor)
    : header_(std::move(header)), extractor_(std::move(extractor)) {}

Plugin::~Plugin() = default;

const Extractor& Plugin::extractor() const {
  const std::lock_guard lock(loading_);
  if (extractor_ == nullptr && refusal_.empty()) {
    try {
      extractor_ = load_plugin(library_);
    } catch (const Error& error) {
      refusal_ = error.problem();
    }
  }
  if (extractor_ == nullptr) throw Error(refusal_, library_.string());
  return *extractor_;
}

std::size_t Plugin::fit_of_host(std::string_view host) const {
  constexpr std::size_t whole_name = 1024;  // longer than any host
  std::size_t best = 0;
  for (const std::string& pattern : header_.domains) {
    if (!host_matches(host, pattern)) continue;
    const bool is_whole = pattern.front() != '*';
    best = std::max(best, pattern.size() + (is_whole ? whole_name : 0));
  }
  return best;
}

}  // namespace pith
