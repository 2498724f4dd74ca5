#include <unistd.h>

#include "plain_extractor.hpp"

std::unique_ptr<pith::Extractor> exits_on_start() {
  ::_exit(3);
}
PITH_PLUGIN(exits_on_start, "1.0.0")
