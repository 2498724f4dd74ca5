#include "core/store/page_table.hpp"

#include <utility>

#include "core/store/names.hpp"
#include "core/store/record_json.hpp"
#include "core/store/source_table.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

constexpr const char* page_by_id =
    "SELECT id, key, url, final_url, role, state, attempts, place, source, content_digest FROM pages WHERE "
    "id = $1";
constexpr const char* page_by_key =
    "SELECT id, key, url, final_url, role, state, attempts, place, source, content_digest FROM pages WHERE "
    "key = $1";

/// Whether its file was not there: nothing is known of it.
bool is_unread(PageState state, const std::string& content_digest) {
  return state == PageState::failed && content_digest.empty();
}

/// Whether a filter did not want its URL, before there was anything to look at.
bool is_refusal(const PageOutcome& outcome) {
  return outcome.id == 0 && outcome.state == PageState::filtered && outcome.content_digest.empty() &&
         !outcome.result && outcome.raw == nullptr;
}

}  // namespace

std::optional<PageTable::Known> PageTable::find(const char* statement, const SqlValue& value) {
  std::optional<Known> found;
  database_.query(statement, {value}, [&](const SqlRow& row) {
    SqlColumns columns(row);
    Known page;
    page.id = columns.integer();
    page.key = columns.text();
    page.url = columns.text();
    page.final_url = columns.text();
    page.role = role_named(columns.text());
    page.state = state_named(columns.text());
    page.attempts = columns.integer();
    page.local = !columns.next_is_null();
    page.place = columns.text();
    page.source = columns.integer();
    page.content_digest = columns.text();
    found = std::move(page);
    return false;
  });
  return found;
}

PageTable::Known PageTable::add_local(const PageOutcome& outcome) {
  Known page;
  const NewPage& added = outcome.page;
  database_.query(
      "INSERT INTO pages (key, url, host, role, source, found_on, place, source_place, record_id, state) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'done') RETURNING id",
      {added.key, added.url, added.host, name_of(added.role), reference(added.source),
       reference(added.found_on), outcome.order, added.place, added.record_id},
      [&](const SqlRow& row) {
        page.id = row.integer(0);
        return true;
      });
  page.key = added.key;
  page.url = added.url;
  page.role = added.role;
  page.is_new = true;
  return page;
}

std::optional<PageTable::Known> PageTable::renamed(const NewPage& page) {
  const auto known = database_.run("UPDATE pages SET key = $1 WHERE key = $2", {page.key, page.former_key});
  return known > 0 ? find(page_by_key, page.key) : std::nullopt;
}

std::optional<PageTable::Known> PageTable::page_of(const PageOutcome& outcome, BatchCounts& counts) {
  if (outcome.id != 0) {
    auto page = find(page_by_id, outcome.id);
    if (!page) throw Error("no page " + std::to_string(outcome.id) + " in it", database_.name());
    // Somebody else was faster: a local page of the same key, or another job after the lease had passed.
    if (page->state != PageState::waiting) return std::nullopt;
    return page;
  }
  auto page = find(page_by_key, outcome.page.key);
  if (!page && !outcome.page.former_key.empty()) page = renamed(outcome.page);
  if (!page) return add_local(outcome);
  if (!takes_place_of(*page, outcome)) {
    named_.pass_over(page->key, counts);
    return std::nullopt;
  }
  database_.run(
      "UPDATE pages SET place = $1, url = $2, host = $3, source = $4, source_place = $5, record_id = $6 "
      "WHERE id = $7",
      {outcome.order, outcome.page.url, outcome.page.host, reference(outcome.page.source), outcome.page.place,
       outcome.page.record_id, page->id});
  page->url = outcome.page.url;
  return page;
}

bool PageTable::takes_place_of(const Known& page, const PageOutcome& outcome) {
  const bool unread = is_unread(outcome.state, outcome.content_digest);
  // A feed or sitemap is read for what it names: that is fetched, and newer than any file.
  if (!page.local) return !unread && (page.role == PageRole::article || page.role == outcome.page.role);
  if (page.state != PageState::waiting) return is_better(page, outcome);
  // It is to be read again. From its source it comes once more, or an earlier copy does that was not so good;
  // another source has to stand back as long as that one may still come.
  return outcome.order >= page.place || outcome.page.source == page.source || is_read(page.source);
}

/// What could be read goes before what could not, then what comes from a later place. At the same place is
/// what is there now.
bool PageTable::is_better(const Known& page, const PageOutcome& outcome) {
  const bool unread = is_unread(outcome.state, outcome.content_digest);
  if (unread != is_unread(page.state, page.content_digest)) return !unread;
  if (outcome.order != page.place) return outcome.order > page.place;
  return !outcome.content_digest.empty() && outcome.content_digest != page.content_digest;
}

/// Whether all that a source has is in the store.
bool PageTable::is_read(SourceId source) {
  return SourceTable(database_).is_finished(source);
}

OutcomeEnd PageTable::write(const PageOutcome& outcome, BatchCounts& counts) {
  if (is_refusal(outcome)) return named_.refuse(outcome, counts);
  const auto page = page_of(outcome, counts);
  if (!page) return OutcomeEnd::left;
  bool is_duplicate = false;
  write_state(*page, outcome);
  write_attempts(*page, outcome.attempts);
  if (outcome.result) {
    const std::string& address = outcome.final_url.empty() ? page->url : outcome.final_url;
    is_duplicate = write_result(*page, address, *outcome.result);
    write_raw(*page, outcome);
  } else if (outcome.state == PageState::filtered || outcome.state == PageState::duplicate) {
    forget_result(*page);
  } else if (outcome.state == PageState::done) {
    is_duplicate = articles_.set_aside_if_hidden(page->id);
  }
  for (NewPage found : outcome.found) {
    found.found_on = page->id;
    named_.add(found, counts);
  }
  return is_duplicate && outcome.state == PageState::done ? OutcomeEnd::duplicate : OutcomeEnd::written;
}

/// What an answer did not say again (304 has no body and may have no ETag) stays. ETag and Last-Modified are
/// those of the answer that the stored result is of: "not modified" since any other would leave the page
/// without one. Of a local page whose file is gone the digest goes, too: it would be taken for one that is
/// read.
void PageTable::write_state(const Known& page, const PageOutcome& outcome) {
  const bool with_body = outcome.result.has_value();
  const bool kept =
      outcome.state == PageState::done && !(with_body && outcome.result->status == Status::failed);
  const bool unread = outcome.id == 0 && is_unread(outcome.state, outcome.content_digest);
  database_.run(
      "UPDATE pages SET state = $1, reason = $2, not_before = $3, same_as = $4, attempts = $5, "
      "http_status = $6, final_url = CASE WHEN $7 = '' AND $8 = 0 THEN final_url ELSE $7 END, "
      "fetched_at = CASE WHEN $9 = '' THEN fetched_at ELSE $9 END, "
      "etag = CASE WHEN $10 = '' AND $8 = 0 THEN etag ELSE $10 END, "
      "last_modified = CASE WHEN $11 = '' AND $8 = 0 THEN last_modified ELSE $11 END, "
      "content_digest = CASE WHEN $12 = '' AND $15 = 0 THEN content_digest ELSE $12 END, "
      "lease_owner = '', lease_until = 0, run = $13 WHERE id = $14",
      {name_of(outcome.state), outcome.reason, outcome.not_before, outcome.same_as,
       page.attempts + static_cast<std::int64_t>(outcome.attempts.size()), std::int64_t{outcome.http_status},
       outcome.final_url, std::int64_t{with_body ? 1 : 0}, outcome.fetched_at, kept ? outcome.etag : "",
       kept ? outcome.last_modified : "", outcome.content_digest, run_.value(), page.id,
       std::int64_t{unread ? 1 : 0}});
}

bool PageTable::write_result(const Known& page, const std::string& address, const PageResult& result) {
  SqlValue confidence = nullptr;
  if (result.confidence) confidence = *result.confidence;
  database_.run(
      "UPDATE pages SET status = $1, status_reason = $2, kind = $3, plugin = $4, recipe = $5, confidence = "
      "$6, "
      "extract_ms = $7, articles = $8, links = $9 WHERE id = $10",
      {name_of(result.status), result.reason, result.kind, result.plugin, result.recipe, confidence,
       std::int64_t{result.time.count()}, static_cast<std::int64_t>(result.articles.size()),
       static_cast<std::int64_t>(result.links.size()), page.id});
  write_details(page, result);
  const ClaimingPage claiming{page.key, address, page.role};
  if (!page.is_new) articles_.remove(page.id);
  return articles_.add(page.id, claiming, result);
}

void PageTable::write_details(const Known& page, const PageResult& result) {
  const std::string links = links_json(result.links);
  const std::string ledger = ledger_json(result.ledger);
  database_.run(
      "INSERT INTO page_details (page, links, ledger) VALUES ($1, $2, $3) "
      "ON CONFLICT (page) DO UPDATE SET links = excluded.links, ledger = excluded.ledger",
      {page.id, links, ledger});
}

void PageTable::write_attempts(const Known& page, const std::vector<AttemptRecord>& attempts) {
  std::int64_t number = page.attempts;
  for (const AttemptRecord& attempt : attempts) {
    database_.run(
        "INSERT INTO attempts (page, number, at, ms, http_status, bytes, outcome, detail) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {page.id, ++number, attempt.at, std::int64_t{attempt.ms}, std::int64_t{attempt.http_status},
         static_cast<std::int64_t>(attempt.bytes), attempt.outcome, attempt.detail});
  }
}

/// A page that is not kept takes with it the one that was, unless its bytes are the same: a result belongs to
/// the bytes beside it.
void PageTable::write_raw(const Known& page, const PageOutcome& outcome) {
  if (outcome.raw == nullptr) {
    const bool is_same = !outcome.content_digest.empty() && outcome.content_digest == page.content_digest;
    if (!page.is_new && !is_same) database_.run("DELETE FROM raw_pages WHERE page = $1", {page.id});
    return;
  }
  const Page& raw = *outcome.raw;
  const std::string headers = headers_json(raw.headers);
  const std::string body = packer_.pack(raw.bytes);
  database_.run(
      "INSERT INTO raw_pages (page, url, final_url, http_status, fetched_at, headers, size, body) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (page) DO UPDATE SET url = excluded.url, "
      "final_url = excluded.final_url, http_status = excluded.http_status, "
      "fetched_at = excluded.fetched_at, headers = excluded.headers, size = excluded.size, body = "
      "excluded.body",
      {page.id, raw.url, raw.final_url, std::int64_t{raw.status}, raw.fetched_at, headers,
       static_cast<std::int64_t>(raw.bytes.size()), SqlBlob(body)});
}

void PageTable::forget_result(const Known& page) {
  if (page.is_new) return;
  articles_.remove(page.id);
  database_.run("DELETE FROM page_details WHERE page = $1", {page.id});
  database_.run("DELETE FROM raw_pages WHERE page = $1", {page.id});
  database_.run(
      "UPDATE pages SET status = '', status_reason = '', articles = 0, links = 0, etag = '', "
      "last_modified = '' WHERE id = $1",
      {page.id});
}

void PageTable::replace_result(PageId id, const PageResult& result) {
  auto page = find(page_by_id, id);
  if (!page) throw Error("no page " + std::to_string(id) + " in it", database_.name());
  // That it was set aside was a matter of the result it had.
  if (page->state == PageState::duplicate) {
    database_.run("UPDATE pages SET state = 'done', reason = '', same_as = '' WHERE id = $1", {id});
  }
  write_result(*page, page->final_url.empty() ? page->url : page->final_url, result);
}

}  // namespace pith
