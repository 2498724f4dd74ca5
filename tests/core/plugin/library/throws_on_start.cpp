#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> throws_on_start() {
  throw std::runtime_error("no table for today");
}
PITH_PLUGIN(throws_on_start, "1.0.0")
