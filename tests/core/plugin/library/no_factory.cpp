#include "pith/plugin.hpp"

extern "C"
    __attribute__((visibility("default"), used)) constinit const pith_plugin_header_v1 pith_plugin_header =
        pith::plugin_entry::make_header("no_factory", "1.0.0");
