#include "core/archive/archive_window.hpp"

#include <algorithm>
#include <iterator>

namespace pith {
namespace {

/// Consumed bytes are dropped when they are so many: moving what is left costs no more than reading it did.
constexpr std::size_t worth_dropping = std::size_t{256} << 10;

}  // namespace

bool ArchiveWindow::fill(std::size_t least) {
  while (data_.size() - begin_ < least && read_piece()) continue;
  return data_.size() - begin_ >= least;
}

bool ArchiveWindow::read_piece() {
  if (event_ || ended_) return false;
  drop_consumed();
  const auto piece = stream_->next();
  if (!piece) {
    ended_ = true;
    return false;
  }
  if (piece->kind != ArchivePiece::Kind::bytes) {
    event_ = piece;
    return false;
  }
  const bool new_segment = marks_.empty() || marks_.back().place.segment != piece->place.segment;
  if (new_segment) marks_.push_back({dropped_ + data_.size(), piece->place});
  data_ += piece->bytes;
  return true;
}

void ArchiveWindow::drop_consumed() {
  const std::size_t free = keep_from_ ? std::min(*keep_from_, begin_) : begin_;
  if (free < worth_dropping || free < data_.size() / 2) return;
  data_.erase(0, free);
  dropped_ += free;
  begin_ -= free;
  if (keep_from_) *keep_from_ -= free;
  // Two before the first byte that may be asked for: its own and that of the byte before it.
  while (marks_.size() > 2 && marks_[2].position <= dropped_) marks_.pop_front();
}

/// The mark of the segment that a position is in: that it begins with, or of the byte before.
const ArchiveWindow::Mark* ArchiveWindow::mark_of(std::uint64_t position) const {
  const auto behind =
      std::upper_bound(marks_.begin(), marks_.end(), position,
                       [](std::uint64_t value, const Mark& mark) { return value < mark.position; });
  return behind == marks_.begin() ? nullptr : &*std::prev(behind);
}

ArchivePlace ArchiveWindow::place() const {
  const Mark* mark = mark_of(position());
  if (mark == nullptr) return {};
  return {mark->place.segment, mark->place.inside + (position() - mark->position)};
}

bool ArchiveWindow::begins_segment() const {
  const Mark* mark = mark_of(position());
  return mark != nullptr && mark->position == position() && mark->place.inside == 0;
}

std::uint64_t ArchiveWindow::last_segment() const {
  const Mark* mark = position() == 0 ? nullptr : mark_of(position() - 1);
  return mark == nullptr ? 0 : mark->place.segment;
}

void ArchiveWindow::pass_event() {
  dropped_ += data_.size();
  data_.clear();
  begin_ = 0;
  keep_from_.reset();
  marks_.clear();
  event_.reset();
}

}  // namespace pith
