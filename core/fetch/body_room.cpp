#include "core/fetch/body_room.hpp"

#include <algorithm>

namespace pith {

BodyRoom::BodyRoom(std::size_t most, std::size_t transfers)
    : quarter_(most / 4), small_(std::min(std::size_t{1} << 20, quarter_ / transfers)) {}

bool BodyRoom::admits(Share& share, std::size_t size, std::size_t rest) {
  if (share.claimed > 0) return true;
  if (held_ < quarter_ || (!share.waits && is_small(size))) {
    stop_waiting(share);
    return true;
  }
  if (!share.waits) waiting_.push_back(&share);
  share.waits = true;
  if (waiting_.front() != &share) return false;
  if (claimed_ > 0 && claimed_ + rest > 2 * quarter_) return false;
  share.claimed = std::max<std::size_t>(1, rest);
  claimed_ += share.claimed;
  stop_waiting(share);
  return true;
}

void BodyRoom::grew(Share& share, std::size_t bytes) {
  if (share.claimed > 0) return;  // counted already
  share.held += bytes;
  held_ += bytes;
}

void BodyRoom::left(Share& share) noexcept {
  stop_waiting(share);
  held_ -= share.held;
  claimed_ -= share.claimed;
  share = {};
}

void BodyRoom::stop_waiting(Share& share) noexcept {
  if (share.waits) waiting_.erase(std::find(waiting_.begin(), waiting_.end(), &share));
  share.waits = false;
}

}  // namespace pith
