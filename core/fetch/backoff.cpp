#include "core/fetch/backoff.hpp"

#include <algorithm>

namespace pith {

std::chrono::milliseconds Backoff::after(std::uint32_t tries) {
  const std::int64_t most = policy_.longest_backoff.count();
  std::int64_t bound = policy_.first_backoff.count();
  for (std::uint32_t i = 1; i < tries && bound < most; ++i) bound *= 2;
  std::uniform_int_distribution<std::int64_t> between(0, std::min(bound, most));
  return std::chrono::milliseconds(between(random_));
}

}  // namespace pith
