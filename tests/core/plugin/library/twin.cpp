#include "plain_extractor.hpp"

// Another library that calls itself "good".
std::unique_ptr<pith::Extractor> good() {
  return pith::plain_extractor("twin");
}
PITH_PLUGIN(good, "2.0.0", "good.example")
