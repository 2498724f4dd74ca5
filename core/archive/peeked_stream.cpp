#include "core/archive/peeked_stream.hpp"

namespace pith {
namespace {

/// More damage at the beginning is not kept: nothing can be told of such a file.
constexpr std::size_t most_damage = 1000;

}  // namespace

std::string_view PeekedStream::peek() {
  while (seen_.empty() || seen_.back().bytes.empty()) {
    const auto piece = seen_.size() < most_damage ? stream_->next() : std::nullopt;
    if (!piece) return {};
    seen_.push_back(*piece);
  }
  return seen_.back().bytes;
}

std::optional<ArchivePiece> PeekedStream::next() {
  if (seen_.empty()) return stream_->next();
  const ArchivePiece piece = seen_.front();
  seen_.pop_front();
  return piece;
}

bool PeekedStream::seek(const ArchivePlace& place) {
  seen_.clear();
  return stream_->seek(place);
}

}  // namespace pith
