#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/store/page_leases.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Gives out the pages that wait, host after host, so that none is left behind however many pages another
/// has: each call goes on with the host after the last one served.
///
/// What is given out is remembered here where one job has the store to itself (SQLite), and in the store,
/// with the name of who has it and until when, where several share it (PostgreSQL: page_leases.hpp).
class PageQueue {
 public:
  explicit PageQueue(SqlDatabase& database) : database_(database), leases_(database) {}

  /// Frees what jobs had that are no more; before the first `take`.
  void free_abandoned();

  std::vector<WaitingPage> take(std::size_t most, std::size_t most_of_a_host,
                                const std::vector<std::string>& busy, UnixMs now);
  void give_back();
  /// Its outcome is written.
  void written(PageId page) { taken_.erase(page); }

 private:
  bool is_shared() const { return database_.dialect() == SqlDialect::postgres; }
  /// The first host behind this one with pages that are due; nothing behind the last.
  bool next_host(std::string& host, UnixMs now);
  void take_of(const std::string& host, std::size_t most, UnixMs now, std::vector<WaitingPage>& pages);
  void look_up(const std::string& host, std::size_t most, UnixMs now, std::vector<WaitingPage>& pages);
  void lease(const std::string& host, std::size_t most, UnixMs now, std::vector<WaitingPage>& pages);

  SqlDatabase& database_;
  PageLeases leases_;
  std::unordered_set<PageId> taken_;
  std::string last_host_;
};

}  // namespace pith
