#include "core/store/run_number.hpp"

#include "core/store/sql_transaction.hpp"

namespace pith {

void RunNumber::take() {
  if (value_ >= 0) return;
  std::int64_t taken = 0;
  SqlTransaction transaction(database_);
  database_.query(
      "INSERT INTO meta (name, value) VALUES ('runs', '1') ON CONFLICT (name) DO UPDATE "
      "SET value = CAST(CAST(meta.value AS BIGINT) + 1 AS TEXT) RETURNING CAST(value AS BIGINT)",
      {}, [&](const SqlRow& row) {
        taken = row.integer(0);
        return true;
      });
  database_.query("SELECT coalesce(max(id), 0) FROM pages", {}, [&](const SqlRow& row) {
    last_page_before_ = row.integer(0);
    return false;
  });
  transaction.commit();
  value_ = taken;
}

}  // namespace pith
