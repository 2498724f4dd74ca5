#include "core/store/postgres_location.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/store/store.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

TEST(PostgresLocation, IsToldFromAPathByItsScheme) {
  EXPECT_TRUE(is_postgres_url("postgresql://host/db"));
  EXPECT_TRUE(is_postgres_url("postgres://host/db"));
  EXPECT_FALSE(is_postgres_url("postgresql.db"));
  EXPECT_FALSE(is_postgres_url("./postgres:/x"));
}

TEST(PostgresLocation, NamesNoPasswordAndNoUser) {
  const auto place = PostgresLocation::of("postgresql://ann:se%40cret@db.example:5433/news?sslmode=require");
  EXPECT_EQ(place.name, "postgresql://db.example:5433/news");
  EXPECT_EQ(place.schema, "pith");
  EXPECT_EQ(place.url, "postgresql://ann:se%40cret@db.example:5433/news?sslmode=require");
}

TEST(PostgresLocation, IsNamedInMessagesWithoutOpeningIt) {
  EXPECT_EQ(store_name("postgresql://ann:secret@db.example/news?password=secret&schema=daily"),
            "postgresql://db.example/news?schema=daily");
  EXPECT_EQ(store_name("postgresql://ann:sec/ret@db.example/news"), "postgresql://...");
  EXPECT_EQ(store_name("articles.db"), "articles.db");
}

TEST(PostgresLocation, HasItsSchemaAmongTheOptions) {
  const auto place =
      PostgresLocation::of("postgresql://h/db?sslmode=require&schema=daily_2&connect_timeout=3");
  EXPECT_EQ(place.schema, "daily_2");
  EXPECT_EQ(place.url, "postgresql://h/db?sslmode=require&connect_timeout=3");
  EXPECT_EQ(place.name, "postgresql://h/db?schema=daily_2");
  EXPECT_EQ(PostgresLocation::of("postgresql://h/db?schema=x").url, "postgresql://h/db");
}

TEST(PostgresLocation, TakesOnlyPlainNamesForSchemas) {
  for (const char* name : {"a;b", "A", "1a", "pg_temp", "\"x\"", "a%20b"}) {
    EXPECT_EQ(error_of([&] { PostgresLocation::of("postgresql://h/db?schema=" + std::string(name)); }),
              "postgresql://h/db?schema=" + std::string(name) + ": not a name for a schema: '" + name +
                  "': use lower-case letters, digits and underscores");
  }
}

TEST(PostgresLocation, ErrorsHoldNothingOfAPassword) {
  for (const char* url : {"postgresql://ann:se@cret@h/db", "postgresql://ann:se%zzcret@h/db",
                          "postgresql://ann:secret@h/db?nonsense=1", "postgresql://ann:se/cret@h/db"}) {
    const std::string problem = error_of([&] { PostgresLocation::of(url); });
    EXPECT_EQ(problem.find("cret"), std::string::npos) << problem;
  }
}

}  // namespace
}  // namespace pith
