#include "core/source/source_lines.hpp"

#include <unistd.h>

#include <utility>

#include "core/source/source_order.hpp"

namespace pith {
namespace {

RawInput open_input(const std::string& location) {
  if (location != "-") return RawInput::of_file(location);
  return RawInput::of_pipe(descriptor_source(STDIN_FILENO, -1, "standard input"));
}

}  // namespace

SourceLines::SourceLines(std::string location, const std::string& cursor, std::size_t longest)
    : name_(std::move(location)), is_file_(name_ != "-"), longest_(longest) {
  open();
  if (is_file_ && bytes_->stream().bytes_total() > 0) {
    at_.file = FileIdentity::of(name_);
    if (!cursor.empty() && !go_on_after(cursor)) {
      notice_ = "is not the file that was read before: read from the start again";
      open();
    }
  }
  if (!is_file_) name_ = "standard input";
}

void SourceLines::open() {
  auto bytes = std::make_unique<ArchiveBytes>(open_archive_stream(open_input(name_), name_));
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
    problem_ = "compressed data that " + (bytes_->problem() == "damaged" ? "is damaged" : bytes_->problem()) +
               " after line " + std::to_string(at_.count) + ": what follows is lost";
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
  return source_order(fetched_at, name_, at_.count);
}

std::string SourceLines::cursor() const {
  return is_file_ ? at_.text() : std::string();
}

}  // namespace pith
