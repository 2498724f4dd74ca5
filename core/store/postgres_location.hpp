#pragma once

#include <string>

namespace pith {

/// Whether a store's location is a URL of a PostgreSQL database.
bool is_postgres_url(const std::string& location);

/// Where a store is in PostgreSQL:
/// "postgresql://user:password@host:port/database?schema=pith&sslmode=require". `schema` is Pith's own,
/// "pith" unless given; the rest is libpq's (https://www.postgresql.org/docs/current/libpq-connect.html),
/// which also looks into PGPASSWORD and ~/.pgpass.
struct PostgresLocation {
  std::string url;     ///< for libpq, with the password, without `schema`
  std::string schema;  ///< a plain name: letters, digits, underscores
  std::string name;    ///< for people: no user, no password

  /// Throws Error if it is no such URL; the message holds nothing of a password.
  static PostgresLocation of(const std::string& location);
};

}  // namespace pith
