#include "plain_extractor.hpp"

static std::unique_ptr<pith::Extractor> create() {
  return pith::plain_extractor("no_header");
}
BOOST_DLL_ALIAS(create, pith_plugin_create)
