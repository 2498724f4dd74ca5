#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Pages of a PostgreSQL store that one job has and the others leave alone: for a quarter of an hour, and
/// longer as long as it asks for more.
///
/// The job's name is held by an advisory lock of its connection (PostgreSQL manual, 13.3.5). The server lets
/// it go with the connection, however the job ended, so that the next job to open the store can tell what
/// nobody has any longer.
class PageLeases {
 public:
  explicit PageLeases(SqlDatabase& database);

  /// Frees what jobs had whose connection is gone.
  void free_abandoned();
  /// To be called before pages are leased: holds the name, also on a connection that was made again, and
  /// prolongs the leases of `taken` when half their time is over.
  void keep(const std::unordered_set<PageId>& taken, UnixMs now);
  /// Leases pages of a host that are due. Belongs into a transaction of the caller: one for all hosts.
  void take(const std::string& host, std::size_t most, UnixMs now, std::vector<WaitingPage>& pages);
  void give_back(const std::unordered_set<PageId>& taken);

 private:
  SqlDatabase& database_;
  const std::string owner_;
  UnixMs renew_at_ = 0;
};

}  // namespace pith
