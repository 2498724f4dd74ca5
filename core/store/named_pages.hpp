#pragma once

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Pages that sources and other pages name, before anybody has looked at them. Every call belongs into a
/// transaction of the caller.
class NamedPages {
 public:
  explicit NamedPages(SqlDatabase& database) : database_(database) {}

  /// False if its key is known, unless of a page that was only refused.
  bool add(const NewPage& page);
  /// Puts a page that is known back to be fetched, or adds it.
  void reopen(const NewPage& page);
  /// A filter does not want its URL.
  OutcomeEnd refuse(const PageOutcome& outcome, std::int64_t run, BatchCounts& counts);
  /// Of pages that were refused and wait again: those that lie in files are read from them, not fetched.
  void leave_refused_to_files();

  /// The feed of a source is asked for without condition the next time.
  void forget_feed_of(SourceId source);
  /// Pages of a source that a filter did not want wait again; how many.
  std::uint64_t put_back_filtered(SourceId source);

 private:
  bool add_refused(const NewPage& page);

  SqlDatabase& database_;
};

}  // namespace pith
