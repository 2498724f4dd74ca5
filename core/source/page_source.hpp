#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

/// A page, or only the URL of one, out of a source.
struct SourceItem {
  /// Without bytes (`is_url`): `page.url` is to be fetched.
  Page page;
  bool is_url = false;
  /// Its place in the source ("records.warc.gz:10432", "pages/a.html"): its identity where it has no URL.
  std::string place;
  std::string id;  ///< of JSON Lines: the record's `id` as JSON; empty if it has none
  /// Greater is newer among items with one URL: time of fetch, then place.
  std::string order;
  /// Of a line that names a file: its path, the page's identity where it has no URL. Else empty.
  std::string file;
  /// Why there is no page, for a person, in words that go on after the place ("is empty"); empty if there is
  /// one. Counts as lost, but with `file`: then that file could not be read, and may be there another time.
  std::string error;
  /// What a person should know although it was read; empty if nothing.
  std::string notice;
  /// Where to go on after this item.
  std::string cursor;
};

/// What pages or URLs come from: a list of URLs, a folder, a WARC file, JSON Lines. One thread reads it;
/// memory does not grow with its length.
class PageSource {
 public:
  virtual ~PageSource() = default;
  /// The next item; nothing at the end. Throws Error if it cannot go on.
  virtual std::optional<SourceItem> next() = 0;
  /// What could not be read, once at the end, in words that go on after the name of the source: "ends in the
  /// middle of a record: 1 lost"; empty if all was read.
  virtual std::string problem() const = 0;
  /// What a person should know although nothing was lost, once at the end: "5 symbolic links passed over",
  /// "the file has changed: read from the start again"; empty if nothing.
  virtual std::string notice() const { return {}; }
  /// Records lost, those with an `error` included; also those before the cursor where reading went on.
  virtual std::uint64_t lost() const = 0;
  /// Bytes read and bytes in all, for the time that is left; 0 if not known.
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
};

/// Whether it comes when it likes, so that opening or reading it may wait for somebody: standard input, a
/// FIFO, a terminal. A socket does not wait: it cannot be opened.
bool may_keep_waiting(const std::string& location);

/// `kind` is "urls", "folder", "warc" or "jsonl"; `location` a path, or "-" for standard input (all but
/// folders). Goes on after `cursor` (empty: from the start). Throws Error if it cannot be opened.
///
/// Where reading waits for standard input or a FIFO it ends as soon as `stop_descriptor` becomes readable
/// (-1: never), and so does opening: next() then gives nothing, never half an item, which only whoever
/// stopped it can tell from the end. A folder never waits and is not stopped. The descriptor stays the
/// caller's, who keeps it open as long.
std::unique_ptr<PageSource> open_page_source(const std::string& kind, const std::string& location,
                                             const std::string& cursor, const Limits& limits,
                                             int stop_descriptor = -1);

}  // namespace pith
