#pragma once

#include <memory>
#include <string>

#include "core/isolate/extraction_workers.hpp"
#include "core/plugin/registry.hpp"
#include "pith/page.hpp"

namespace pith::test {

/// Plugins as one would wish to have none: a page that names a deed ("segv", "loop" ...) has it done to it;
/// any other becomes an article of that text. Deeds are in nasty_plugin.cpp.
Registry nasty_registry();

Page page_of(const std::string& text);

IsolationLimits limits_of_test();

/// One process with those plugins, so that the next page meets what the last one has left.
std::unique_ptr<PageExtractor> one_worker(const IsolationLimits& limits = limits_of_test());

}  // namespace pith::test
