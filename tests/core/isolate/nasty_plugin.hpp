#pragma once

#include <string>

#include "core/plugin/registry.hpp"
#include "pith/page.hpp"

namespace pith::test {

/// Plugins as one would wish to have none: a page that names a deed ("segv", "loop" ...) has it done to it;
/// any other becomes an article of that text. Deeds are in nasty_plugin.cpp.
Registry nasty_registry();

Page page_of(const std::string& text);

}  // namespace pith::test
