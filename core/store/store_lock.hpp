#pragma once

#include <string>

namespace pith {

/// Says of a file that one process works on it. The lock is flock(2) on a file of its own beside it
/// ("articles.db-lock"): the system lets go of it when the process ends, however it ends, so a file that was
/// left lying about locks nothing. It is not put on the database itself, for SQLite's own locks (fcntl) are
/// lost when a process closes any descriptor of that file.
class StoreLock {
 public:
  /// Throws Error naming the process that has it.
  explicit StoreLock(const std::string& database);
  ~StoreLock();
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;

 private:
  std::string path_;
  int file_ = -1;
};

}  // namespace pith
