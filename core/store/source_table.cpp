#include "core/store/source_table.hpp"

#include "pith/error.hpp"

namespace pith {
namespace {

SourceRow source_of(const SqlRow& row) {
  SqlColumns columns(row);
  SourceRow source;
  source.id = columns.integer();
  source.kind = columns.text();
  source.location = columns.text();
  source.cursor = columns.text();
  source.finished = columns.integer() != 0;
  source.problem = columns.text();
  source.lost = static_cast<std::uint64_t>(columns.integer());
  return source;
}

}  // namespace

SourceRow SourceTable::get_or_add(const std::string& kind, const std::string& location) {
  database_.run(
      "INSERT INTO sources (kind, location) VALUES ($1, $2) ON CONFLICT (kind, location) DO NOTHING",
      {kind, location});
  SourceRow source;
  database_.query(
      "SELECT id, kind, location, cursor, finished, problem, lost FROM sources "
      "WHERE kind = $1 AND location = $2",
      {kind, location}, [&](const SqlRow& row) {
        source = source_of(row);
        return false;
      });
  return source;
}

std::vector<SourceRow> SourceTable::all() {
  std::vector<SourceRow> sources;
  database_.query("SELECT id, kind, location, cursor, finished, problem, lost FROM sources ORDER BY id", {},
                  [&](const SqlRow& row) {
                    sources.push_back(source_of(row));
                    return true;
                  });
  return sources;
}

void SourceTable::set(const SourceProgress& progress) {
  const auto changed =
      database_.run("UPDATE sources SET cursor = $1, finished = $2, problem = $3, lost = $4 WHERE id = $5",
                    {progress.cursor, std::int64_t{progress.finished ? 1 : 0}, progress.problem,
                     static_cast<std::int64_t>(progress.lost), progress.source});
  if (changed == 0) throw Error("no source " + std::to_string(progress.source) + " in it", database_.name());
}

bool SourceTable::is_finished(SourceId source) {
  bool finished = true;
  database_.query("SELECT finished FROM sources WHERE id = $1", {source}, [&](const SqlRow& row) {
    finished = row.integer(0) != 0;
    return false;
  });
  return finished;
}

SourceSetting SourceTable::setting(SourceId source) {
  SourceSetting setting;
  database_.query("SELECT part, filter FROM sources WHERE id = $1", {source}, [&](const SqlRow& row) {
    setting = {std::string(row.text(0)), std::string(row.text(1))};
    return false;
  });
  return setting;
}

void SourceTable::set(SourceId source, const SourceSetting& setting) {
  database_.run("UPDATE sources SET part = $1, filter = $2 WHERE id = $3",
                {setting.part, setting.filter, source});
}

void SourceTable::reopen(SourceId source) {
  database_.run("UPDATE sources SET cursor = '', finished = 0, problem = '', lost = 0 WHERE id = $1",
                {source});
}

void SourceTable::reopen_of_waiting() {
  database_.run(
      "UPDATE sources SET cursor = '', finished = 0, problem = '', lost = 0 WHERE id IN "
      "(SELECT source FROM pages WHERE state = 'waiting' AND place IS NOT NULL)",
      {});
}

}  // namespace pith
