#include "core/store/sqlite_problem.hpp"

#include <cerrno>

#include "core/store/store.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

bool is_no_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

/// What the system said when a file of the database was written to last. SQLite keeps it with each file, and
/// sqlite3_system_errno() gives what was said at whatever it did after.
bool has_no_room(sqlite3* database) {
  int error = 0;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK &&
      is_no_room(error)) {
    return true;
  }
  sqlite3_file* log = nullptr;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK ||
      log == nullptr || log->pMethods == nullptr) {
    return false;
  }
  return log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK && is_no_room(error);
}

/// SQLite itself takes only one of the system's codes (ENOSPC) for a full disk.
bool is_full(sqlite3* database, int code) {
  if ((code & 0xff) == SQLITE_FULL) return true;
  // The index of the WAL could not grow.
  if (code == SQLITE_IOERR_SHMSIZE) return true;
  return database != nullptr && (code & 0xff) == SQLITE_IOERR &&
         (is_no_room(sqlite3_system_errno(database)) || has_no_room(database));
}

}  // namespace

void throw_sqlite_problem(const std::string& path, sqlite3* database, int code) {
  const int extended = database != nullptr ? sqlite3_extended_errcode(database) : code;
  const int known = extended != SQLITE_OK ? extended : code;
  if (is_full(database, known)) {
    throw StoreFull("no room left to write to", path,
                    "make room and run the job again: it goes on where it stopped");
  }
  const std::string message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  switch (known & 0xff) {
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
      throw Error("SQLite fails: " + message + " (code " + std::to_string(known) + ")", path);
  }
}

}  // namespace pith
