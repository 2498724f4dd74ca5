#include "core/store/sql_store.hpp"

#include <utility>

#include "core/store/near_copy_table.hpp"
#include "core/store/schema.hpp"
#include "core/store/sql_transaction.hpp"

namespace pith {

SqlStore::SqlStore(std::unique_ptr<SqlDatabase> database, StoreUse use)
    : database_(std::move(database)),
      sources_(*database_),
      run_(*database_),
      named_(*database_, run_),
      pages_(*database_, run_),
      queue_(*database_),
      reader_(*database_) {
  if (use == StoreUse::run) {
    migrate(*database_);
    give_identity(*database_);
    queue_.free_abandoned();
  } else {
    expect_current(*database_);
  }
}

SourceRow SqlStore::source(const std::string& kind, const std::string& location) {
  SqlTransaction transaction(*database_);
  SourceRow row = sources_.get_or_add(kind, location);
  transaction.commit();
  return row;
}

void SqlStore::reopen_source(SourceId source, std::optional<NewPage> page) {
  SqlTransaction transaction(*database_);
  sources_.reopen(source);
  if (page) named_.reopen(*page);
  transaction.commit();
}

SourceChange SqlStore::adopt(SourceId source, const SourceSetting& setting) {
  run_.take();
  SqlTransaction transaction(*database_);
  SourceChange change;
  const SourceSetting before = sources_.setting(source);
  if (before.part != setting.part) {
    change.is_reread = !before.part.empty();
    sources_.reopen(source);
    named_.forget_feed_of(source);
  }
  if (before.filter != setting.filter && !before.filter.empty()) {
    change.judged_again = named_.put_back_filtered(source);
    named_.forget_feed_of(source);  // it may have articles that nobody wanted
    named_.leave_refused_to_files();
    sources_.reopen_of_waiting();
  }
  sources_.set(source, setting);
  transaction.commit();
  return change;
}

BatchCounts SqlStore::write(const StoreBatch& batch) {
  if (!batch.outcomes.empty() || !batch.found.empty() || !batch.known.empty()) run_.take();
  BatchCounts counts;
  counts.ends.reserve(batch.outcomes.size());
  SqlTransaction transaction(*database_);
  for (const NewPage& page : batch.found) named_.add(page, counts);
  for (const std::string& key : batch.known) named_.pass_over(key, counts);
  for (const PageOutcome& outcome : batch.outcomes) {
    counts.ends.push_back(pages_.write(outcome, counts));
  }
  for (const SourceProgress& progress : batch.progress) {
    if (progress.finished && !sources_.is_finished(progress.source)) named_.leave_put_back(progress.source);
    sources_.set(progress);
  }
  transaction.commit();
  for (const PageOutcome& outcome : batch.outcomes) queue_.written(outcome.id);
  return counts;
}

std::uint64_t SqlStore::retry(const PageFilter& filter) {
  SqlTransaction transaction(*database_);
  const std::string_view state = filter.state ? name_of(*filter.state) : std::string_view();
  const std::uint64_t pages = database_->run(
      "UPDATE pages SET state = 'waiting', reason = '', same_as = '', not_before = 0, lease_owner = '', "
      "lease_until = 0, "
      "etag = CASE WHEN state = 'done' AND status <> 'failed' AND $2 = '' THEN etag ELSE '' END, "
      "last_modified = CASE WHEN state = 'done' AND status <> 'failed' AND $2 = '' THEN last_modified "
      "ELSE '' END WHERE ($1 = '' OR state = $1) AND ($2 = '' OR status = $2) "
      "AND ($3 = '' OR plugin = $3) AND ($4 = '' OR host = $4) "
      "AND ($5 = 0 OR id IN (SELECT page FROM raw_pages))",
      {state, filter.status, filter.plugin, filter.host, std::int64_t{filter.with_raw ? 1 : 0}});
  named_.leave_refused_to_files();
  sources_.reopen_of_waiting();
  transaction.commit();
  return pages;
}

void SqlStore::replace_result(PageId page, const PageResult& result) {
  SqlTransaction transaction(*database_);
  pages_.replace_result(page, result);
  transaction.commit();
}

std::uint64_t SqlStore::link_near_copies(const std::function<bool()>& stop) {
  constexpr std::size_t portion = 1000;
  std::uint64_t new_links = 0;
  for (bool more = true; more && !(stop && stop());) {
    SqlTransaction transaction(*database_);
    more = NearCopyTable(*database_).link(portion, new_links);
    transaction.commit();
  }
  return new_links;
}

}  // namespace pith
