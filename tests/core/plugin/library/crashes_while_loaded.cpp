#include <csignal>

#include "plain_extractor.hpp"

namespace {

const int never = std::raise(SIGSEGV);

}  // namespace

std::unique_ptr<pith::Extractor> crashes_while_loaded() {
  return pith::plain_extractor(std::to_string(never));
}
PITH_PLUGIN(crashes_while_loaded, "1.0.0")
