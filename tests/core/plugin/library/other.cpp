#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> other() {
  return pith::plain_extractor("other");
}
PITH_PLUGIN(other, "1.0.0", "other.example", "*.other.example")
