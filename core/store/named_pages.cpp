#include "core/store/named_pages.hpp"

#include "core/store/names.hpp"

namespace pith {

void NamedPages::add(const NewPage& page, BatchCounts& counts) {
  if (is_added(page)) {
    ++counts.new_pages;
  } else {
    pass_over(page.key, counts);
  }
}

void NamedPages::pass_over(const std::string& key, BatchCounts& counts) {
  counts.known_pages += database_.run(
      "UPDATE pages SET passed_in = $1 WHERE key = $2 AND id <= $3 AND run <> $1 AND passed_in <> $1",
      {run_.value(), key, run_.last_page_before()});
}

bool NamedPages::is_added(const NewPage& page) {
  const bool is_new =
      database_.run(
          "INSERT INTO pages (key, url, host, role, source, found_on) VALUES ($1, $2, $3, $4, $5, $6) "
          "ON CONFLICT (key) DO NOTHING",
          {page.key, page.url, page.host, name_of(page.role), reference(page.source),
           reference(page.found_on)}) > 0;
  return is_new || add_refused(page);
}

/// What was only ever refused is as good as new: the filter is not what it was.
bool NamedPages::add_refused(const NewPage& page) {
  return database_.run(
             "UPDATE pages SET url = $1, host = $2, role = $3, source = $4, found_on = $5, "
             "state = 'waiting', reason = '', not_before = 0, place = NULL WHERE key = $6 "
             "AND state = 'filtered' AND attempts = 0 AND fetched_at = '' AND coalesce(place, '') = ''",
             {page.url, page.host, name_of(page.role), reference(page.source), reference(page.found_on),
              page.key}) > 0;
}

/// Nobody has looked at the page, so it says nothing about one that is there.
OutcomeEnd NamedPages::refuse(const PageOutcome& outcome, BatchCounts& counts) {
  const NewPage& page = outcome.page;
  const auto added = database_.run(
      "INSERT INTO pages (key, url, host, role, source, found_on, state, reason, run) "
      "VALUES ($1, $2, $3, $4, $5, $6, 'filtered', $7, $8) ON CONFLICT (key) DO NOTHING",
      {page.key, page.url, page.host, name_of(page.role), reference(page.source), reference(page.found_on),
       outcome.reason, run_.value()});
  if (added > 0) return OutcomeEnd::written;
  pass_over(page.key, counts);
  // One that was to be read from this source again would wait for ever.
  const auto refused = database_.run(
      "UPDATE pages SET state = 'filtered', reason = $1, run = $2 WHERE key = $3 AND state = 'waiting' "
      "AND place IS NOT NULL AND source = $4",
      {outcome.reason, run_.value(), page.key, reference(page.source)});
  return refused > 0 ? OutcomeEnd::written : OutcomeEnd::left;
}

/// It becomes what it is named as now, whatever it was known as. Validators are of what was read of it in its
/// role: "not modified" tells nothing of a feed that was taken for an article.
void NamedPages::reopen(const NewPage& page) {
  if (is_added(page)) return;
  const std::string_view role = name_of(page.role);
  database_.run(
      "UPDATE pages SET state = 'waiting', reason = '', same_as = '', not_before = 0, lease_owner = '', "
      "lease_until = 0, role = $1, source = $2, url = $3, host = $4, place = NULL, source_place = '', "
      "record_id = '', "
      "etag = CASE WHEN state = 'failed' OR status = 'failed' OR role <> $1 OR place IS NOT NULL "
      "THEN '' ELSE etag END, "
      "last_modified = CASE WHEN state = 'failed' OR status = 'failed' OR role <> $1 OR place IS NOT NULL "
      "THEN '' ELSE last_modified END WHERE key = $5",
      {role, reference(page.source), page.url, page.host, page.key});
}

void NamedPages::forget_feed_of(SourceId source) {
  database_.run("UPDATE pages SET etag = '', last_modified = '' WHERE source = $1 AND role = 'feed'",
                {source});
}

std::uint64_t NamedPages::put_back_filtered(SourceId source) {
  return database_.run(
      "UPDATE pages SET state = 'waiting', not_before = 0, lease_owner = '', lease_until = 0, "
      "etag = '', last_modified = '' WHERE source = $1 AND state = 'filtered'",
      {source});
}

void NamedPages::leave_put_back(SourceId source) {
  // Others that wait for their file have no reason.
  database_.run(
      "UPDATE pages SET state = 'filtered' WHERE source = $1 AND state = 'waiting' AND place IS NOT NULL "
      "AND reason <> ''",
      {source});
}

void NamedPages::leave_refused_to_files() {
  database_.run(
      "UPDATE pages SET place = '' WHERE state = 'waiting' AND place IS NULL AND attempts = 0 "
      "AND fetched_at = '' AND found_on IS NULL "
      "AND source IN (SELECT id FROM sources WHERE kind IN ('folder', 'warc', 'jsonl'))",
      {});
}

}  // namespace pith
