#pragma once

#include <string>

#include "core/store/sql_database.hpp"

namespace pith {

/// A random UUID by which a store is known wherever it is moved to; empty if it has none yet.
std::string store_identity(SqlDatabase& database);

/// Gives it to a store that has none. Of several that do so at once one is in effect.
void give_identity(SqlDatabase& database);

}  // namespace pith
