#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/archive/archive_stream.hpp"
#include "core/archive/archive_window.hpp"
#include "core/archive/warc_record.hpp"

namespace pith {

/// What of a WARC file did not come through.
struct WarcLoss {
  std::uint64_t records = 0;  ///< at least; what stood in a damaged place is not known
  std::uint64_t bytes = 0;    ///< of the file where records are compressed one by one, else of its contents
  bool breaks_off = false;    ///< the file ends within a record or within compressed data
};

/// The records of a WARC file, one after another (WARC 1.0 and 1.1: ISO 28500:2009 and 28500:2017; older
/// drafts are read, too).
///
/// A record that is damaged, or whose length does not lead to the next one, is lost, and reading goes on at
/// the next bytes that begin a record. Memory is bounded by what is kept of one record. For one thread.
class WarcReader {
 public:
  /// Keeps up to `keep` bytes of each record's block.
  WarcReader(std::unique_ptr<ArchiveStream> stream, std::size_t keep);

  /// The next record; nothing at the end. Throws Error if the file cannot be read.
  std::optional<WarcRecord> next();
  /// Goes on behind the record that begins at this place (WarcRecord::place). False if none does; the
  /// reader is of no use then. Before the first next().
  bool skip_to_behind(const ArchivePlace& place);

  const WarcLoss& loss() const noexcept { return loss_; }
  /// Whether anything was a record, damaged or not.
  bool any() const noexcept { return any_; }
  const ArchiveStream& stream() const noexcept { return window_.stream(); }

 private:
  std::optional<WarcRecord> read_record();
  std::optional<WarcRecord> read_header();
  bool read_block(WarcRecord& record);
  bool ends_well();
  void find_record();
  bool pass_event();
  void pass_newlines();
  void lose(const ArchivePlace& from);
  void found(const ArchivePlace& at);
  void end();

  ArchiveWindow window_;
  std::size_t keep_;
  WarcLoss loss_;
  bool any_ = false;
  bool at_end_ = false;
  bool losing_ = false;  ///< what comes belongs to what is lost, until a record begins
  ArchivePlace lost_from_;
  std::optional<ArchivePlace> broke_off_at_;  ///< where the last damage was met
  bool ran_out_ = false;                      ///< the contents ended within the record that is being lost
};

}  // namespace pith
