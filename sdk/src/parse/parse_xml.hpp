#pragma once

#include "parse/table.hpp"
#include "pith/limits.hpp"

namespace pith {

/// Parses `table.source` as XML into the table, through libxml2. Never fails; what was ill-formed or had
/// to be left out is in the table's notices. No entity is declared, nothing is fetched. The source must be
/// valid UTF-8 and shorter than 4 GB.
void parse_xml(DocumentTable& table, const Limits& limits);

}  // namespace pith
