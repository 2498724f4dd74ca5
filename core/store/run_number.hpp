#pragma once

#include <cstdint>

#include "core/store/sql_database.hpp"

namespace pith {

/// Tells the pages that are settled in one run from those of all others: runs are counted in the store, also
/// by the jobs that share one.
class RunNumber {
 public:
  explicit RunNumber(SqlDatabase& database) : database_(database) {}

  /// Takes the next number, unless this has one. A transaction of its own.
  void take();
  /// -1 until one is taken: that of no page.
  std::int64_t value() const noexcept { return value_; }

 private:
  SqlDatabase& database_;
  std::int64_t value_ = -1;
};

}  // namespace pith
