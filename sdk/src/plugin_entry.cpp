#include "pith/plugin.hpp"

namespace pith::plugin_entry {

std::unique_ptr<Extractor> to_extractor(Site site) {
  return site.build();
}

}  // namespace pith::plugin_entry
