#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/archive/warc_reader.hpp"
#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

/// A page out of an archive.
struct ArchivedPage {
  Page page;
  std::string id;  ///< WARC-Record-ID, its angle brackets left out: "urn:uuid:..."; empty if it has none
  ArchivePlace place;
  /// Where its record begins: the offset in the file, or, of a record within compressed data, "0+1234": that
  /// of the compressed data and how far it is into its contents.
  std::string where;
  std::string error;  ///< why the record holds no page that can be read; empty if it does
};

/// What became of the records of an archive.
struct WarcCounts {
  std::uint64_t pages = 0;
  std::uint64_t unreadable = 0;     ///< with an `error`
  std::uint64_t revisits = 0;       ///< say that a page was the same as before
  std::uint64_t redirects = 0;      ///< responses of a status 300 to 399
  std::uint64_t errors = 0;         ///< of 400 and above, and below 200
  std::uint64_t other_types = 0;    ///< pictures, style sheets, scripts, films
  std::uint64_t other_records = 0;  ///< requests, metadata, warcinfo, DNS

  // Of pages that were read all the same:
  std::uint64_t other_digests = 0;  ///< the bytes are not those that the record's digest is of
  std::uint64_t broken_bodies = 0;  ///< chunks or compression that break off

  /// "120 pictures and other files, 3 redirects ... passed over; 1 page breaks off in its HTTP encoding";
  /// empty if there is nothing to tell.
  std::string text() const;
  /// "1 page has another digest than its record says": the archive has been damaged, or was written so.
  std::string damage() const;
};

/// The pages of a WARC file: `response` records of HTTP with a status 200 to 299, and `resource` records,
/// whose type is that of a page (is_page()). For one thread.
class WarcPages {
 public:
  WarcPages(std::unique_ptr<ArchiveStream> stream, const Limits& limits);

  /// The next page, or record with an `error`; nothing at the end. Throws Error if the file cannot be read.
  std::optional<ArchivedPage> next();
  /// WarcReader::skip_to_behind().
  bool skip_to_behind(const ArchivePlace& place) { return reader_.skip_to_behind(place); }

  const WarcCounts& counts() const noexcept { return counts_; }
  /// Records lost in damaged places, and those with an `error`.
  std::uint64_t lost() const noexcept { return reader_.loss().records + counts_.unreadable; }
  /// What is lost in damaged places, at the end: "3 records lost (1200 bytes), ends in the middle of a
  /// record". Empty if nothing is.
  std::string problem() const;
  const ArchiveStream& stream() const noexcept { return reader_.stream(); }

 private:
  std::optional<ArchivedPage> page_of(WarcRecord& record);
  std::optional<ArchivedPage> page_of_response(WarcRecord& record);
  std::optional<ArchivedPage> page_of_resource(WarcRecord& record);
  ArchivedPage archived(const WarcRecord& record) const;
  ArchivedPage without_page(const WarcRecord& record, std::string why);
  bool is_wanted(int status);
  void check_digest(const WarcRecord& record, std::string_view payload, std::string_view decoded);

  Limits limits_;
  WarcReader reader_;
  WarcCounts counts_;
};

}  // namespace pith
