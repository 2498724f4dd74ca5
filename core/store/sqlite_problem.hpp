#pragma once

#include <sqlite3.h>

#include <string>

namespace pith {

/// Throws what went wrong last with a SQLite file as an Error for people: StoreFull if the disk, the quota or
/// the largest size allowed of a file is used up. `database` may be null if `code` says that it could not be
/// made.
[[noreturn]] void throw_sqlite_problem(const std::string& path, sqlite3* database, int code);

}  // namespace pith
