#pragma once

#include <string_view>

#include "selector/compiled_selector.hpp"

namespace pith {

/// Whether an attribute's value is as the selector says (Selectors 4, section 6). `html` tells that the
/// element is one of HTML, some of whose attributes compare without case (HTML standard, section
/// 4.16.2).
bool attribute_matches(const SimpleSelector& selector, std::string_view value, bool html);

}  // namespace pith
