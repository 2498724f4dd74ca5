#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> throws_a_number() {
  throw 7;
}
PITH_PLUGIN(throws_a_number, "1.0.0")
