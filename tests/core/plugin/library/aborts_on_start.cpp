#include <cstdlib>

#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> aborts_on_start() {
  std::abort();
}
PITH_PLUGIN(aborts_on_start, "1.0.0")
