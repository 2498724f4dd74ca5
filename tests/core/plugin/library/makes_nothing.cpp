#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> makes_nothing() {
  return nullptr;
}
PITH_PLUGIN(makes_nothing, "1.0.0")
