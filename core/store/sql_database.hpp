#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "core/store/sql_row.hpp"
#include "core/store/sql_value.hpp"

namespace pith {

/// Where two databases do not speak alike.
enum class SqlDialect { sqlite, postgres };

/// A connection to a database, for one thread.
///
/// Statements are texts that live as long as the program: each is prepared once and known by its address.
/// Parameters are written $1, $2 ... Everything throws Error with the database's name as the place, StoreFull
/// if there is no room.
class SqlDatabase {
 public:
  virtual ~SqlDatabase() = default;

  virtual SqlDialect dialect() const = 0;
  /// For people, without passwords.
  virtual const std::string& name() const = 0;

  /// Runs a statement that gives no rows; how many rows it changed.
  virtual std::uint64_t run(const char* statement, std::initializer_list<SqlValue> values) = 0;
  /// Calls `each` with the rows of the answer until it says false. It must not use this statement.
  virtual void query(const char* statement, std::initializer_list<SqlValue> values,
                     const std::function<bool(const SqlRow&)>& each) = 0;
  /// Runs statements that are needed once.
  virtual void script(const std::string& statements) = 0;

  /// To write: nobody else writes until it ends.
  virtual void begin() = 0;
  /// To read: everything is seen as it is now until it ends, whoever writes.
  virtual void begin_reading() = 0;
  virtual void commit() = 0;
  /// Never throws: what cannot be rolled back was not committed either.
  virtual void roll_back() noexcept = 0;
};

}  // namespace pith
