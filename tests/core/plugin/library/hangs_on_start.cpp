#include <unistd.h>

#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> hangs_on_start() {
  for (;;) ::pause();
}
PITH_PLUGIN(hangs_on_start, "1.0.0")
