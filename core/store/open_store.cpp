#include "core/store/postgres_database.hpp"
#include "core/store/postgres_location.hpp"
#include "core/store/sql_store.hpp"
#include "core/store/sqlite_database.hpp"
#include "core/store/store.hpp"
#include "pith/error.hpp"

namespace pith {

std::unique_ptr<Store> open_store(const std::string& location, StoreUse use) {
  if (location.empty())
    throw Error("no store named", {}, "name a file, or a URL that begins with postgresql://");
  if (is_postgres_url(location)) {
    return std::make_unique<SqlStore>(std::make_unique<PostgresDatabase>(location, use), use);
  }
  return std::make_unique<SqlStore>(std::make_unique<SqliteDatabase>(location, use), use);
}

std::string store_name(const std::string& location) {
  if (!is_postgres_url(location)) return location;
  try {
    return PostgresLocation::of(location).name;
  } catch (const Error&) {
    return "postgresql://...";
  }
}

}  // namespace pith
