#include "core/store/page_queue.hpp"

#include <algorithm>
#include <random>

#include "core/store/names.hpp"

namespace pith {
namespace {

/// How long a page is another job's: much longer than a page takes with all its tries, short enough that the
/// pages of a machine that died are not waited for.
constexpr UnixMs lease_ms = 15 * 60'000;

std::string random_name() {
  std::random_device random;
  constexpr const char* digits = "0123456789abcdef";
  std::string name;
  for (int i = 0; i < 32; ++i) name += digits[random() & 0xfU];
  return name;
}

WaitingPage waiting_of(const SqlRow& row) {
  SqlColumns columns(row);
  WaitingPage page;
  page.id = columns.integer();
  page.key = columns.text();
  page.url = columns.text();
  page.host = columns.text();
  page.role = role_named(columns.text());
  page.source = columns.integer();
  page.attempts = static_cast<std::uint32_t>(columns.integer());
  page.etag = columns.text();
  page.last_modified = columns.text();
  return page;
}

}  // namespace

PageQueue::PageQueue(SqlDatabase& database) : database_(database), owner_(random_name()) {}

std::vector<WaitingPage> PageQueue::take(std::size_t most, std::size_t most_of_a_host,
                                         const std::vector<std::string>& busy, UnixMs now) {
  std::vector<WaitingPage> pages;
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
  if (database_.dialect() == SqlDialect::sqlite) {
    look_up(host, most, now, pages);
  } else {
    lease(host, most, now, pages);
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
        pages.push_back(waiting_of(row));
        return pages.size() < enough;
      });
}

void PageQueue::lease(const std::string& host, std::size_t most, UnixMs now,
                      std::vector<WaitingPage>& pages) {
  database_.query(
      "UPDATE pages SET lease_owner = $1, lease_until = $2 WHERE id IN (SELECT id FROM pages "
      "WHERE state = 'waiting' AND place IS NULL AND host = $3 AND not_before <= $4 AND lease_until <= $4 "
      "ORDER BY not_before, id LIMIT $5 FOR UPDATE SKIP LOCKED) "
      "RETURNING id, key, url, host, role, source, attempts, etag, last_modified",
      {owner_, now + lease_ms, host, now, static_cast<std::int64_t>(most)}, [&](const SqlRow& row) {
        taken_.insert(row.integer(0));
        pages.push_back(waiting_of(row));
        return true;
      });
}

void PageQueue::give_back() {
  if (database_.dialect() == SqlDialect::postgres && !taken_.empty()) {
    database_.run("UPDATE pages SET lease_owner = '', lease_until = 0 WHERE lease_owner = $1", {owner_});
  }
  taken_.clear();
}

}  // namespace pith
