#pragma once

#include "selector/compiled_selector.hpp"
#include "selector/selector_scanner.hpp"

namespace pith {

/// Reads an attribute selector; the scanner stands at its '['.
SimpleSelector parse_attribute(SelectorScanner& scan);

}  // namespace pith
