#include "core/archive/archive_bytes.hpp"

#include <algorithm>
#include <cstring>

namespace pith {

bool ArchiveBytes::refill() {
  while (left_.empty() && !at_end_) {
    const auto piece = stream_->next();
    if (!piece || piece->kind != ArchivePiece::Kind::bytes) {
      at_end_ = true;
      if (piece) problem_ = piece->kind == ArchivePiece::Kind::damaged ? "damaged" : "breaks off";
      return false;
    }
    left_ = piece->bytes;
  }
  return !left_.empty();
}

std::size_t ArchiveBytes::read(char* buffer, std::size_t size) {
  if (!refill()) return 0;
  const std::size_t got = std::min(size, left_.size());
  std::memcpy(buffer, left_.data(), got);
  left_.remove_prefix(got);
  return got;
}

bool ArchiveBytes::skip_to(std::uint64_t position) {
  if (!stream_->is_compressed()) return stream_->seek({0, position});
  while (position > 0) {
    if (!refill()) return false;
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(position, left_.size()));
    left_.remove_prefix(step);
    position -= step;
  }
  return true;
}

}  // namespace pith
