#include "plain_extractor.hpp"

namespace {

constexpr pith_plugin_header_v1 changed() {
  pith_plugin_header_v1 header = pith::plugin_entry::make_header("old_abi", "1.0.0");
  header.abi = PITH_ABI + 1;
  return header;
}

}  // namespace

extern "C"
    __attribute__((visibility("default"), used)) constinit const pith_plugin_header_v1 pith_plugin_header =
        changed();

static std::unique_ptr<pith::Extractor> create() {
  return pith::plain_extractor("old_abi");
}
BOOST_DLL_ALIAS(create, pith_plugin_create)
