#include "core/store/page_leases.hpp"

#include <random>

#include "core/store/sql_transaction.hpp"
#include "core/store/waiting_page.hpp"

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

/// As PostgreSQL writes arrays: one statement for all pages.
std::string array_of(const std::unordered_set<PageId>& pages) {
  std::string text = "{";
  for (const PageId page : pages) {
    if (text.size() > 1) text += ',';
    text += std::to_string(page);
  }
  return text + '}';
}

}  // namespace

PageLeases::PageLeases(SqlDatabase& database) : database_(database), owner_(random_name()) {}

// Under the lock that writers have, as all that changes leases: several rows are changed in no particular
// order.
void PageLeases::free_abandoned() {
  SqlTransaction transaction(database_);
  database_.run(
      "UPDATE pages SET lease_owner = '', lease_until = 0 WHERE lease_owner <> '' AND NOT EXISTS "
      "(SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 "
      "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
      "AND l.classid = hashtext('pith lease')::oid AND l.objid = hashtext(pages.lease_owner)::oid)",
      {});
  transaction.commit();
}

void PageLeases::keep(const std::unordered_set<PageId>& taken, UnixMs now) {
  // A session may hold a lock many times over: once is enough.
  database_.query(
      "SELECT pg_try_advisory_lock(hashtext('pith lease'), hashtext($1)) WHERE NOT EXISTS "
      "(SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid() "
      "AND l.objsubid = 2 AND l.classid = hashtext('pith lease')::oid AND l.objid = hashtext($1)::oid)",
      {owner_}, [](const SqlRow&) { return true; });
  if (taken.empty()) renew_at_ = now + lease_ms / 2;
  if (now < renew_at_) return;
  const std::string pages = array_of(taken);
  SqlTransaction transaction(database_);
  database_.run("UPDATE pages SET lease_until = $1 WHERE id = ANY ($2::bigint[]) AND lease_owner = $3",
                {now + lease_ms, pages, owner_});
  transaction.commit();
  renew_at_ = now + lease_ms / 2;
}

void PageLeases::take(const std::string& host, std::size_t most, UnixMs now,
                      std::vector<WaitingPage>& pages) {
  database_.query(
      "UPDATE pages SET lease_owner = $1, lease_until = $2 WHERE id IN (SELECT id FROM pages "
      "WHERE state = 'waiting' AND place IS NULL AND host = $3 AND not_before <= $4 AND lease_until <= $4 "
      "AND NOT EXISTS (SELECT 1 FROM pages other WHERE other.state = 'waiting' AND other.host = $3 "
      "AND other.lease_until > $4 AND other.lease_owner <> $1) "
      "ORDER BY not_before, id LIMIT $5 FOR UPDATE SKIP LOCKED) "
      "RETURNING id, key, url, host, role, source, attempts, etag, last_modified",
      {owner_, now + lease_ms, host, now, static_cast<std::int64_t>(most)}, [&](const SqlRow& row) {
        pages.push_back(waiting_page_of(row));
        return true;
      });
}

void PageLeases::give_back(const std::unordered_set<PageId>& taken) {
  if (taken.empty()) return;
  const std::string pages = array_of(taken);
  SqlTransaction transaction(database_);
  database_.run(
      "UPDATE pages SET lease_owner = '', lease_until = 0 WHERE id = ANY ($1::bigint[]) AND lease_owner = $2",
      {pages, owner_});
  transaction.commit();
}

}  // namespace pith
