#pragma once

#include <string_view>

#include "pith/source_place.hpp"
#include "selector/compiled_selector.hpp"

namespace pith {

/// Parses a selector list. Throws Error: "bad selector '<text>': column <n>: <what is wrong>".
CompiledSelector parse_selector(std::string_view text, SourcePlace place);

}  // namespace pith
