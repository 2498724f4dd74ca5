#pragma once

#include <string>

#include "core/store/sql_database.hpp"

namespace pith {

/// The statements that make the tables of version 1.
std::string tables_of(SqlDialect dialect);

}  // namespace pith
