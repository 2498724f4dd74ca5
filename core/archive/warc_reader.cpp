#include "core/archive/warc_reader.hpp"

#include <algorithm>
#include <utility>

namespace pith {
namespace {

/// The lines before a block are no longer. (Real ones have less than 4 KiB, most of it the URL.)
constexpr std::size_t longest_header = std::size_t{64} << 10;

/// How far it is from one place to another.
std::uint64_t bytes_between(const ArchivePlace& from, const ArchivePlace& to) {
  const bool one = from.segment == to.segment;
  const std::uint64_t begin = one ? from.inside : from.segment;
  const std::uint64_t end = one ? to.inside : to.segment;
  return end - std::min(begin, end);
}

}  // namespace

WarcReader::WarcReader(std::unique_ptr<ArchiveStream> stream, std::size_t keep)
    : window_(std::move(stream)), keep_(keep) {}

std::optional<WarcRecord> WarcReader::next() {
  while (!at_end_) {
    pass_newlines();
    if (!window_.fill(1)) {
      if (!pass_event()) end();
    } else if (auto record = read_record()) {
      return record;
    } else {
      find_record();
    }
  }
  return std::nullopt;
}

bool WarcReader::skip_to_behind(const ArchivePlace& place) {
  return window_.stream().seek(place) && window_.fill(1) && read_record();
}

/// Nothing if it is lost; the window is then where another one should be looked for.
std::optional<WarcRecord> WarcReader::read_record() {
  const ArchivePlace place = window_.place();
  auto record = read_header();
  if (record) {
    record->place = place;
    found(place);
    window_.keep();
    if (!read_block(*record)) record.reset();
    window_.release();
  }
  if (!record) lose(place);
  return record;
}

/// Moves the window to the block; where there is no header, on by a byte.
std::optional<WarcRecord> WarcReader::read_header() {
  std::optional<WarcRecord> record;
  std::size_t end = std::string_view::npos;
  window_.fill(warc_version_length);
  if (begins_warc_record(window_.bytes())) {
    bool more = true;
    for (std::size_t size = 2048; more && end == std::string_view::npos && size <= longest_header;
         size *= 2) {
      more = window_.fill(size);
      end = end_of_fields(window_.bytes().substr(0, longest_header));
    }
    ran_out_ = !more && end == std::string_view::npos;
    if (end != std::string_view::npos) record = read_warc_header(window_.bytes().substr(0, end));
  }
  window_.consume(record ? end : 1);
  return record;
}

/// False if the block is not whole, or is not followed by what has to follow.
bool WarcReader::read_block(WarcRecord& record) {
  std::uint64_t back = window_.position();
  const auto kept = static_cast<std::size_t>(std::min<std::uint64_t>(record.length, keep_));
  ran_out_ = !window_.fill(kept);
  if (ran_out_) return false;
  record.block = window_.bytes().substr(0, kept);
  window_.consume(kept);
  if (record.is_cut()) {
    // Not all of the block can be kept: should its length be wrong, the search begins where that leads.
    window_.release();
    std::uint64_t left = record.length - kept;
    while (left > 0 && window_.fill(1)) {
      const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, window_.bytes().size()));
      window_.consume(step);
      left -= step;
    }
    ran_out_ = left > 0;
    back = window_.position();
    window_.keep();
  }
  if (!ran_out_ && ends_well()) return true;
  window_.go_back(back);
  return false;
}

/// Whether the block is followed by the two line ends that belong there, by another record, or by the end of
/// its compressed segment, whose checksum is right.
bool WarcReader::ends_well() {
  window_.fill(4);
  const bool closed = window_.bytes().starts_with("\r\n\r\n");
  // Whoever feeds a pipe slowly gets an answer to a record before the next one comes.
  if (closed && !window_.stream().is_compressed()) return true;
  pass_newlines();
  if (window_.fill(1)) {
    constexpr std::string_view magic = "WARC/";
    window_.fill(magic.size());
    return closed || window_.begins_segment() || magic.starts_with(window_.bytes().substr(0, magic.size()));
  }
  const auto& event = window_.event();
  const bool damaged = event && event->kind == ArchivePiece::Kind::damaged && event->place.inside > 0 &&
                       event->place.segment == window_.last_segment();
  return !damaged;
}

/// Moves the window to what looks like the beginning of a record behind the end of a line, or to the end.
void WarcReader::find_record() {
  while (window_.fill(1)) {
    window_.fill(warc_version_length);
    if (begins_warc_record(window_.bytes())) return;
    std::size_t feed = std::string_view::npos;
    while (window_.fill(1) && (feed = window_.bytes().find('\n')) == std::string_view::npos)
      window_.consume(window_.bytes().size());
    if (feed != std::string_view::npos) window_.consume(feed + 1);
  }
}

/// The empty window has come to damage, or to the end: false.
bool WarcReader::pass_event() {
  const auto event = window_.event();
  if (!event) return false;
  const bool breaks_off = event->kind == ArchivePiece::Kind::breaks_off;
  loss_.breaks_off = loss_.breaks_off || breaks_off;
  // Where all that is missing is the end of the segment behind a record, the record is here.
  const bool only_its_end = breaks_off && event->place.inside > 0 && !losing_ && any_;
  if (!only_its_end) lose(event->place);
  broke_off_at_ = event->place;
  window_.pass_event();
  return true;
}

void WarcReader::pass_newlines() {
  while (window_.fill(1) && (window_.bytes().front() == '\r' || window_.bytes().front() == '\n'))
    window_.consume(1);
}

void WarcReader::lose(const ArchivePlace& from) {
  if (losing_) return;
  losing_ = true;
  lost_from_ = from;
  ++loss_.records;
}

void WarcReader::found(const ArchivePlace& at) {
  if (losing_) loss_.bytes += bytes_between(lost_from_, at);
  any_ = true;
  losing_ = false;
}

void WarcReader::end() {
  at_end_ = true;
  if (!losing_) return;
  loss_.breaks_off = loss_.breaks_off || ran_out_;
  const ArchiveStream& file = window_.stream();
  // Behind the beginning of a segment bytes of the file are counted, within one those of its contents.
  if (!file.is_compressed() || lost_from_.inside == 0) {
    const std::uint64_t begin = file.is_compressed() ? lost_from_.segment : lost_from_.inside;
    loss_.bytes += file.bytes_read() - std::min(begin, file.bytes_read());
  } else {
    loss_.bytes += bytes_between(lost_from_, broke_off_at_ ? *broke_off_at_ : window_.place());
  }
}

}  // namespace pith
