#pragma once

#include "core/store/sql_database.hpp"

namespace pith {

/// All or nothing: what is not committed at the end of the scope is rolled back.
class SqlTransaction {
 public:
  explicit SqlTransaction(SqlDatabase& database) : database_(database) { database_.begin(); }
  ~SqlTransaction() {
    if (!committed_) database_.roll_back();
  }
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;

  void commit() {
    database_.commit();
    committed_ = true;
  }

 private:
  SqlDatabase& database_;
  bool committed_ = false;
};

/// Several questions whose answers fit together, until the end of the scope.
class SqlSnapshot {
 public:
  explicit SqlSnapshot(SqlDatabase& database) : database_(database) { database_.begin_reading(); }
  ~SqlSnapshot() { database_.roll_back(); }
  SqlSnapshot(const SqlSnapshot&) = delete;
  SqlSnapshot& operator=(const SqlSnapshot&) = delete;

 private:
  SqlDatabase& database_;
};

}  // namespace pith
