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
  /// The last page that was there when it was taken: what comes behind it is new in this run.
  std::int64_t last_page_before() const noexcept { return last_page_before_; }

 private:
  SqlDatabase& database_;
  std::int64_t value_ = -1;
  std::int64_t last_page_before_ = 0;
};

}  // namespace pith
