#include "core/job/recent_rate.hpp"

#include <algorithm>

namespace pith {
namespace {

constexpr std::chrono::milliseconds step{250};

}  // namespace

void RecentRate::add(Time now) {
  last_ = now;
  if (steps_.empty() || now - steps_.back().begin >= step) steps_.push_back({now, 0});
  ++steps_.back().count;
  while (now - steps_.front().begin > window) steps_.pop_front();
}

std::uint64_t RecentRate::count(Time now) const {
  std::uint64_t sum = 0;
  for (const Step& each : steps_) {
    if (now - each.begin <= window) sum += each.count;
  }
  return sum;
}

double RecentRate::per_second(Time now) const {
  const std::chrono::duration<double> length = std::min<Time::duration>(now - start_, window);
  return static_cast<double>(count(now)) / std::max(0.001, length.count());
}

}  // namespace pith
