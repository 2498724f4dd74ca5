#include "core/source/source_lines.hpp"

#include <utility>

#include "core/source/source_input.hpp"
#include "core/source/source_order.hpp"

namespace pith {
SourceLines::SourceLines(std::string location, const std::string& cursor, std::size_t longest,
                         int stop_descriptor)
    : name_(std::move(location)), is_file_(name_ != "-"), longest_(longest), stop_(stop_descriptor) {
  open();
  if (is_file_ && bytes_->stream().bytes_total() > 0) {
    at_.file = FileIdentity::of(name_);
    if (!cursor.empty() && !go_on_after(cursor)) {
      notice_ = read_again_notice;
      open();
    }
  }
  if (!is_file_) name_ = "standard input";
}

void SourceLines::open() {
  auto bytes = std::make_unique<ArchiveBytes>(open_archive_stream(open_source_input(name_, stop_), name_));
  bytes_ = bytes.get();
  reader_.emplace(std::move(bytes), longest_);
}

bool SourceLines::go_on_after(const std::string& text) {
  SourceCursor cursor;
  if (!cursor.read(text) || !cursor.file.fits(name_) || !bytes_->skip_to(cursor.place.inside)) return false;
  lines_before_ = cursor.count;
  bytes_before_ = cursor.place.inside;
  at_.place = cursor.place;
  at_.count = cursor.count;
  at_.lost = cursor.lost;
  return true;
}

std::optional<InputLine> SourceLines::next() {
  auto line = reader_->next();
  if (bytes_->at_end() && !bytes_->problem().empty()) {
    // What came last came without a line feed.
    if (line) ++at_.lost;
    const std::string what = bytes_->problem() == "damaged" ? "is damaged" : bytes_->problem();
    problem_ = "its compressed data " + what +
               (at_.count == 0 ? " before the first line ends: nothing can be read"
                               : " after line " + std::to_string(at_.count) + ": what follows is lost");
    return std::nullopt;
  }
  if (!line) {
    if (at_.count == 0) problem_ = "is empty";
    return std::nullopt;
  }
  line->number += lines_before_;
  at_.count = line->number;
  at_.place.inside = bytes_before_ + reader_->position();
  return line;
}

std::string SourceLines::order(std::string_view fetched_at) const {
  return source_order(fetched_at, name_, {0, at_.count});
}

std::string SourceLines::cursor() const {
  return is_file_ ? at_.text() : std::string();
}

}  // namespace pith
