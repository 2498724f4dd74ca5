#pragma once

#include "core/store/run_number.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Pages that sources and other pages name, before anybody has looked at them. Every call belongs into a
/// transaction of the caller.
class NamedPages {
 public:
  NamedPages(SqlDatabase& database, const RunNumber& run) : database_(database), run_(run) {}

  /// Counts it as new, or passes over the page that is known by its key.
  void add(const NewPage& page, BatchCounts& counts);
  /// A page was named or read and is left as it is. Counts it once in a run, and only if it was there before.
  void pass_over(const std::string& key, BatchCounts& counts);
  /// Puts a page that is known back to be fetched, or adds it.
  void reopen(const NewPage& page);
  /// A filter does not want its URL.
  OutcomeEnd refuse(const PageOutcome& outcome, BatchCounts& counts);
  /// Of pages that were refused and wait again: those that lie in files are read from them, not fetched.
  void leave_refused_to_files();

  /// The feed of a source is asked for without condition the next time.
  void forget_feed_of(SourceId source);
  /// Pages of a source that a filter did not want wait again, with the old reason; how many.
  std::uint64_t put_back_filtered(SourceId source);
  /// Of these the local ones that have not come again though the source was read to its end: they are gone,
  /// and stay what they were.
  void leave_put_back(SourceId source);

 private:
  /// False if its key is known, unless of a page that was only refused.
  bool is_added(const NewPage& page);
  bool add_refused(const NewPage& page);

  SqlDatabase& database_;
  const RunNumber& run_;
};

}  // namespace pith
