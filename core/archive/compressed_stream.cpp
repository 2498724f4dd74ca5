#include "core/archive/compressed_stream.hpp"

#include <algorithm>
#include <utility>

namespace pith {
namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10;

/// How many bytes may be read a second time in search of segments, besides as many as have been read at all:
/// beyond it the search begins where the damage was met, so that no file costs more than linear time.
constexpr std::uint64_t least_read_again = std::uint64_t{64} << 20;

}  // namespace

CompressedStream::CompressedStream(RawInput input) : input_(std::move(input)), out_(piece_size) {}

ArchivePiece CompressedStream::event(ArchivePiece::Kind kind) const {
  return {kind, {}, place_};
}

std::optional<ArchivePiece> CompressedStream::next() {
  if (held_) return std::exchange(held_, std::nullopt);
  for (;;) {
    std::optional<ArchivePiece> piece;
    switch (state_) {
      case State::between:
        piece = begin_segment();
        break;
      case State::within:
        piece = read_on();
        break;
      case State::damaged:
        find_segment();
        break;
      case State::ended:
        return std::nullopt;
    }
    if (piece) return piece;
  }
}

std::optional<ArchivePiece> CompressedStream::begin_segment() {
  const bool whole = pass_over(input_);
  place_ = {input_.offset(), 0};
  if (!whole) {
    state_ = State::ended;
    return event(ArchivePiece::Kind::breaks_off);
  }
  if (!input_.fill(magic_length)) {
    state_ = State::ended;
    if (input_.window().empty()) return std::nullopt;
    input_.consume(input_.window().size());
    return event(ArchivePiece::Kind::breaks_off);
  }
  if (!begins_segment(input_.window())) {
    state_ = State::damaged;
    return event(ArchivePiece::Kind::damaged);
  }
  begin();
  state_ = State::within;
  return std::nullopt;
}

std::optional<ArchivePiece> CompressedStream::read_on() {
  std::size_t written = 0;
  const bool more = input_.fill(1);
  const std::size_t before = input_.window().size();
  const Step step = decompress(input_, out_.data(), out_.size(), written);
  const bool stuck = written == 0 && before == input_.window().size();
  const ArchivePlace place = place_;
  place_.inside += written;
  if (step == Step::segment_ends) state_ = State::between;
  if (step == Step::damaged) {
    // What came out together with the error is not to be trusted.
    state_ = State::damaged;
    return event(ArchivePiece::Kind::damaged);
  }
  if (step == Step::more && stuck && !more) {
    state_ = State::ended;
    return event(ArchivePiece::Kind::breaks_off);
  }
  if (written == 0) return std::nullopt;
  return ArchivePiece{ArchivePiece::Kind::bytes, {out_.data(), written}, place};
}

/// The damage may lie far before the place where it was met: a segment is looked for from behind the
/// beginning of the damaged one.
void CompressedStream::find_segment() {
  const std::uint64_t met = input_.offset();
  const std::uint64_t again = met - std::min(met, place_.segment + 1);
  if (again_ + again <= met + least_read_again && input_.seek(place_.segment + 1)) again_ += again;
  while (input_.fill(magic_length)) {
    const std::string_view window = input_.window();
    for (std::size_t at = 0; at + magic_length <= window.size(); ++at) {
      if (!begins_segment(window.substr(at))) continue;
      input_.consume(at);
      state_ = State::between;
      return;
    }
    input_.consume(window.size() - magic_length + 1);
  }
  input_.consume(input_.window().size());
  state_ = State::ended;
}

bool CompressedStream::seek(const ArchivePlace& place) {
  state_ = State::ended;
  held_.reset();
  if (!input_.seek(place.segment) || !input_.fill(magic_length) || !begins_segment(input_.window()))
    return false;
  state_ = State::between;
  if (place.inside == 0) return true;
  while (auto piece = next()) {
    if (piece->kind != ArchivePiece::Kind::bytes || piece->place.segment != place.segment) break;
    const std::uint64_t behind = place.inside - piece->place.inside;
    if (behind > piece->bytes.size()) continue;
    piece->bytes.remove_prefix(static_cast<std::size_t>(behind));
    piece->place = place;
    if (!piece->bytes.empty()) held_ = piece;
    return true;
  }
  state_ = State::ended;
  return false;
}

}  // namespace pith
