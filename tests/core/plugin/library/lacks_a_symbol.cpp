#include "plain_extractor.hpp"

void pith_test_function_that_is_nowhere();

std::unique_ptr<pith::Extractor> lacks_a_symbol() {
  pith_test_function_that_is_nowhere();
  return pith::plain_extractor("lacks_a_symbol");
}
PITH_PLUGIN(lacks_a_symbol, "1.0.0")
