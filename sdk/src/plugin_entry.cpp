#include "pith/plugin.hpp"

namespace pith::plugin_entry {

// By value as its other forms: a Site is a handle, and PITH_PLUGIN gives one that is nobody else's.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
std::unique_ptr<Extractor> to_extractor(Site site) {
  return site.build();
}

}  // namespace pith::plugin_entry
