#pragma once

#include <gumbo.h>

#include <string_view>

#include "parse/table.hpp"
#include "parse/withhold.hpp"
#include "pith/limits.hpp"

namespace pith {

/// What flatten() had to leave out.
struct FlattenResult {
  bool too_many_nodes = false;
  bool too_deep = false;
  bool too_many_attributes = false;
  /// Whether the tree builder took for raw text what was taken for it in withholding. If not, the rows
  /// are not those of the page.
  bool agrees = true;
};

/// Writes Gumbo's tree of `page.html()` into the table's rows: all elements and texts, contents of
/// templates included, no comments.
FlattenResult flatten(const GumboOutput& output, const WithheldPage& page, const Limits& limits,
                      DocumentTable& table);

}  // namespace pith
