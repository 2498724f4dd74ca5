#pragma once

#include "pith/node.hpp"

namespace pith {

/// Whether a table holds data, and is not used to lay out the page: it says so (`th`, `caption`,
/// `thead`, `role`), or it has several rows and columns of short cells; never if another table, a
/// heading or a form is inside.
bool is_data_table(Node table);

}  // namespace pith
