#include "plain_extractor.hpp"

namespace {

const int never = []() -> int { throw std::runtime_error("a constructor failed"); }();

}  // namespace

std::unique_ptr<pith::Extractor> throws_while_loaded() {
  return pith::plain_extractor(std::to_string(never));
}
PITH_PLUGIN(throws_while_loaded, "1.0.0")
