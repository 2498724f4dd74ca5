#include "core/store/page_queue.hpp"

#include <algorithm>
#include <optional>

#include "core/store/sql_transaction.hpp"
#include "core/store/waiting_page.hpp"

namespace pith {

std::vector<WaitingPage> PageQueue::take(std::size_t most, std::size_t most_of_a_host,
                                         const std::vector<std::string>& busy, UnixMs now) {
  if (is_shared()) leases_.keep(taken_, now);
  std::vector<WaitingPage> pages;
  if (most == 0) return pages;
  // Under the lock of writers, for of two jobs that look at a host at once only one may get it: two would ask
  // it twice as often as is polite.
  std::optional<SqlTransaction> leasing;
  if (is_shared()) leasing.emplace(database_);
  std::string host = last_host_;
  std::string first;
  bool begun_again = false;
  while (pages.size() < most) {
    if (!next_host(host, now)) {
      if (begun_again) break;
      begun_again = true;
      host.clear();
      // Pages without a host come first, and no host is behind the empty one's beginning.
      take_of(host, std::min(most_of_a_host, most - pages.size()), now, pages);
      continue;
    }
    // At or, if nothing of it is left, behind the host that this call began with.
    if (begun_again && !first.empty() && host >= first) break;
    if (!begun_again && first.empty()) first = host;
    if (std::find(busy.begin(), busy.end(), host) != busy.end()) continue;
    const std::size_t before = pages.size();
    take_of(host, std::min(most_of_a_host, most - before), now, pages);
    if (pages.size() > before) last_host_ = host;
  }
  if (leasing) leasing->commit();
  return pages;
}

/// Pages that are not due are passed over within the index `pages_waiting`, one entry each: however many
/// hosts are put off, it takes one statement and not one for each of them.
bool PageQueue::next_host(std::string& host, UnixMs now) {
  bool found = false;
  database_.query(
      "SELECT host FROM pages WHERE state = 'waiting' AND place IS NULL AND host > $1 AND not_before <= $2 "
      "AND lease_until <= $2 ORDER BY host LIMIT 1",
      {host, now}, [&](const SqlRow& row) {
        host = row.text(0);
        found = true;
        return false;
      });
  return found;
}

void PageQueue::take_of(const std::string& host, std::size_t most, UnixMs now,
                        std::vector<WaitingPage>& pages) {
  if (is_shared()) {
    lease(host, most, now, pages);
  } else {
    look_up(host, most, now, pages);
  }
}

void PageQueue::look_up(const std::string& host, std::size_t most, UnixMs now,
                        std::vector<WaitingPage>& pages) {
  const std::size_t enough = pages.size() + most;
  database_.query(
      "SELECT id, key, url, host, role, source, attempts, etag, last_modified FROM pages "
      "WHERE state = 'waiting' AND place IS NULL AND host = $1 AND not_before <= $2 ORDER BY not_before, id",
      {host, now}, [&](const SqlRow& row) {
        if (taken_.contains(row.integer(0))) return true;
        taken_.insert(row.integer(0));
        pages.push_back(waiting_page_of(row));
        return pages.size() < enough;
      });
}

void PageQueue::lease(const std::string& host, std::size_t most, UnixMs now,
                      std::vector<WaitingPage>& pages) {
  const std::size_t before = pages.size();
  leases_.take(host, most, now, pages);
  for (std::size_t i = before; i < pages.size(); ++i) taken_.insert(pages[i].id);
}

void PageQueue::free_abandoned() {
  if (is_shared()) leases_.free_abandoned();
}

void PageQueue::give_back() {
  if (is_shared()) leases_.give_back(taken_);
  taken_.clear();
}

}  // namespace pith
