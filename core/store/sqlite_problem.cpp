#include "core/store/sqlite_problem.hpp"

#include <cerrno>

#include "core/store/store.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

bool is_full(int code, int system_error) {
  if ((code & 0xff) == SQLITE_FULL) return true;
  if ((code & 0xff) != SQLITE_IOERR) return false;
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

}  // namespace

void throw_sqlite_problem(const std::string& path, int extended_code, int system_error,
                          const std::string& message) {
  if (is_full(extended_code, system_error)) {
    throw StoreFull("no room left to write to", path,
                    "make room and run the job again: it goes on where it stopped");
  }
  switch (extended_code & 0xff) {
    case SQLITE_NOTADB:
      throw Error("not a SQLite database", path, "name another file, or one that is not there yet");
    case SQLITE_CORRUPT:
      throw Error("damaged: " + message, path,
                  "'sqlite3 FILE .recover' saves what can be read of it into a new file");
    case SQLITE_CANTOPEN:
      throw Error("cannot be opened: " + message, path);
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      throw Error("may not be written to", path, "see to its permissions, and to those of its folder");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error("in use by another program", path, "close what has it open, then try again");
    default:
      throw Error("SQLite fails: " + message, path);
  }
}

}  // namespace pith
