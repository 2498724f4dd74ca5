#pragma once

#include <gumbo.h>

#include <string_view>

#include "parse/position_map.hpp"
#include "parse/table.hpp"
#include "pith/limits.hpp"

namespace pith {

/// What flatten() had to leave out.
struct FlattenResult {
  bool too_many_nodes = false;
  bool too_deep = false;
  bool too_many_attributes = false;
};

/// Writes Gumbo's tree of `html` into the table's rows: all elements and texts, contents of templates
/// included, no comments. `positions` leads from offsets in `html` to offsets in `table.source`.
FlattenResult flatten(const GumboOutput& output, std::string_view html, const PositionMap& positions,
                      const Limits& limits, DocumentTable& table);

}  // namespace pith
