#pragma once

#include <sqlite3.h>

#include <string>

namespace pith {

/// Throws what went wrong with a SQLite file as an Error for people: StoreFull if the disk, the quota or the
/// largest size allowed of a file is used up. `system_error` is errno as SQLite kept it.
[[noreturn]] void throw_sqlite_problem(const std::string& path, int extended_code, int system_error,
                                       const std::string& message);

}  // namespace pith
