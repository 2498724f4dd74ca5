#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> good() {
  return pith::plain_extractor("good");
}
PITH_PLUGIN(good, "1.0.0", "good.example", "*.good.example")
