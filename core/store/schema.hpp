#pragma once

#include <string>
#include <vector>

#include "core/store/sql_database.hpp"

namespace pith {

/// One step of a store's schema: version n - 1 becomes n.
struct SchemaStep {
  std::string sqlite;
  std::string postgres;
};

/// The steps from an empty database to what this program works with; the first makes version 1. Steps that
/// were released are never changed, only added to.
const std::vector<SchemaStep>& schema_steps();

/// What a store's version is; 0: empty. Throws Error if the database holds something else.
int schema_version(SqlDatabase& database);

/// Takes a store through the steps it lacks, all in one transaction. Throws Error if it is of a later version
/// than the steps lead to, or no store at all.
void migrate(SqlDatabase& database, const std::vector<SchemaStep>& steps = schema_steps());

/// For who only reads: throws Error unless the store is of the version that this program works with.
void expect_current(SqlDatabase& database);

}  // namespace pith
