#include "core/store/schema.hpp"

#include <cstdlib>

#include "core/store/sql_transaction.hpp"
#include "core/store/tables.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

// Pages that were refused unseen were taken for local ones, which nobody fetches.
constexpr const char* second_step =
    "UPDATE pages SET place = NULL WHERE state = 'filtered' AND place = '' AND content_digest = '';";

// In which run a page was last settled: what its summary counts.
constexpr const char* third_step = "ALTER TABLE pages ADD COLUMN run BIGINT NOT NULL DEFAULT 0;";

// Where a local page lies was told only by the key of one without a URL: "jsonl:pages.jsonl:7#<32 digits>".
constexpr const char* places_in_sqlite = R"(
ALTER TABLE pages ADD COLUMN source_place TEXT NOT NULL DEFAULT '';
ALTER TABLE pages ADD COLUMN record_id TEXT NOT NULL DEFAULT '';
UPDATE pages SET source_place = CASE WHEN key LIKE 'folder:%' THEN substr(key, 8)
  ELSE substr(key, instr(key, ':') + 1, max(0, length(key) - instr(key, ':') - 33)) END
  WHERE url = '' AND place IS NOT NULL;
)";
constexpr const char* places_in_postgres = R"(
ALTER TABLE pages ADD COLUMN source_place TEXT NOT NULL DEFAULT '';
ALTER TABLE pages ADD COLUMN record_id TEXT NOT NULL DEFAULT '';
UPDATE pages SET source_place = CASE WHEN key LIKE 'folder:%' THEN substr(key, 8)
  ELSE substr(key, strpos(key, ':') + 1, greatest(0, length(key) - strpos(key, ':') - 33)) END
  WHERE url = '' AND place IS NOT NULL;
)";

// How a source was read, and with which filter: both unknown of what is there. And in which run a page was
// last named or read and left as it was.
constexpr const char* fifth_step =
    "ALTER TABLE pages ADD COLUMN passed_in BIGINT NOT NULL DEFAULT 0;"
    "ALTER TABLE sources ADD COLUMN part TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE sources ADD COLUMN filter TEXT NOT NULL DEFAULT '';";

/// Whether a table of this name is there; whether any is, for "%".
bool has_table(SqlDatabase& database, std::string_view like) {
  const char* const statement = database.dialect() == SqlDialect::sqlite
                                    ? "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name LIKE $1 "
                                      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                    : "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() "
                                      "AND tablename LIKE $1";
  bool found = false;
  database.query(statement, {like}, [&](const SqlRow&) {
    found = true;
    return false;
  });
  return found;
}

void refuse_later(const SqlDatabase& database, int version, std::size_t known) {
  if (static_cast<std::size_t>(version) <= known) return;
  throw Error("a store of version " + std::to_string(version) + ", and this program knows up to " +
                  std::to_string(known),
              database.name(), "use the program that made it, or a newer one");
}

void take_step(SqlDatabase& database, const SchemaStep& step, int version) {
  database.script(database.dialect() == SqlDialect::sqlite ? step.sqlite : step.postgres);
  const std::string text = std::to_string(version);
  database.run(
      "INSERT INTO meta (name, value) VALUES ('schema_version', $1) "
      "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      {text});
}

}  // namespace

const std::vector<SchemaStep>& schema_steps() {
  static const std::vector<SchemaStep> steps{
      {tables_of(SqlDialect::sqlite), tables_of(SqlDialect::postgres)},
      {second_step, second_step},
      {third_step, third_step},
      {places_in_sqlite, places_in_postgres},
      {fifth_step, fifth_step},
  };
  return steps;
}

int schema_version(SqlDatabase& database) {
  if (!has_table(database, "meta")) {
    if (!has_table(database, "%")) return 0;
    throw Error("a database of something else", database.name(),
                "name another one, or one that is not there yet");
  }
  std::string version;
  database.query("SELECT value FROM meta WHERE name = 'schema_version'", {}, [&](const SqlRow& row) {
    version = row.text(0);
    return false;
  });
  const int number = std::atoi(version.c_str());
  if (number < 1) throw Error("a database of something else", database.name(), "name another one");
  return number;
}

void migrate(SqlDatabase& database, const std::vector<SchemaStep>& steps) {
  if (const int version = schema_version(database); version > 0) {
    refuse_later(database, version, steps.size());
    if (static_cast<std::size_t>(version) == steps.size()) return;
  }
  SqlTransaction transaction(database);
  // Again, for another job may have done it meanwhile.
  const auto version = static_cast<std::size_t>(schema_version(database));
  for (std::size_t next = version; next < steps.size(); ++next) {
    take_step(database, steps[next], static_cast<int>(next) + 1);
  }
  transaction.commit();
}

void expect_current(SqlDatabase& database) {
  const int version = schema_version(database);
  const std::size_t known = schema_steps().size();
  if (version == 0) throw Error("empty, not a store", database.name(), "`pith job run` makes one");
  refuse_later(database, version, known);
  if (static_cast<std::size_t>(version) < known) {
    throw Error("a store of version " + std::to_string(version) + ", and this program reads version " +
                    std::to_string(known),
                database.name(), "`pith job run` brings it up to date");
  }
}

}  // namespace pith
