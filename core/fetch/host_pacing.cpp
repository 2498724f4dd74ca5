#include "core/fetch/host_pacing.hpp"

#include <algorithm>

namespace pith {

void HostPacing::began(Time now) {
  next_ = std::max(next_, now + delay());
}

void HostPacing::ended(Time now, Clock::duration answer_time, bool well) {
  // Half the old and half the new, as Scrapy's AutoThrottle has it: follows a server that slows down within
  // a few requests.
  const auto smoothed = has_answered_ ? (answer_time_ + answer_time) / 2 : answer_time;
  answer_time_ = well ? smoothed : std::max(smoothed, answer_time_);
  has_answered_ = true;
  next_ = std::max(next_, now + delay());
}

void HostPacing::hold_until(Time time) {
  held_until_ = std::max(held_until_, time);
}

HostPacing::Clock::duration HostPacing::delay() const {
  const std::chrono::duration<double> factored =
      std::chrono::duration<double>(answer_time_) * policy_->delay_factor;
  const auto longest = std::chrono::duration<double>(policy_->longest_delay);
  const auto adapted = std::chrono::duration_cast<Clock::duration>(std::min(factored, longest));
  const Clock::duration crawl_delay = std::min(crawl_delay_, policy_->longest_delay);
  return std::max({Clock::duration(policy_->delay), adapted, crawl_delay});
}

HostPacing::Time HostPacing::next_start() const {
  return std::max(next_, held_until_);
}

bool HostPacing::is_held_too_long(Time now) const {
  return held_until_ - now > policy_->longest_wait;
}

}  // namespace pith
