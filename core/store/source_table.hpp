#pragma once

#include <string>
#include <vector>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// The sources of a store.
class SourceTable {
 public:
  explicit SourceTable(SqlDatabase& database) : database_(database) {}

  SourceRow get_or_add(const std::string& kind, const std::string& location);
  std::vector<SourceRow> all();
  void set(const SourceProgress& progress);
  /// As it was set; empty texts of a source that was never read, or only by an earlier version.
  SourceSetting setting(SourceId source);
  void set(SourceId source, const SourceSetting& setting);
  /// Whether it was read to its end, or is none.
  bool is_finished(SourceId source);
  /// To be read from its beginning again.
  void reopen(SourceId source);
  /// The same for those of local pages that wait.
  void reopen_of_waiting();

 private:
  SqlDatabase& database_;
};

}  // namespace pith
