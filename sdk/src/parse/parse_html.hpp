#pragma once

#include "parse/table.hpp"
#include "pith/limits.hpp"

namespace pith {

/// Parses `table.source` as HTML into the table. Never fails; what had to be left out is added to the
/// table's notices. The source must be valid UTF-8 and shorter than 4 GB.
void parse_html(DocumentTable& table, const Limits& limits);

}  // namespace pith
