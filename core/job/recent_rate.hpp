#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace pith {

/// How fast something goes now: over the last half minute, in steps of a quarter of a second. The times given
/// must not go back.
class RecentRate {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::seconds window{30};

  explicit RecentRate(Time start) : start_(start), last_(start) {}

  Time start() const { return start_; }
  void add(Time now);
  /// How many there were in the window that ends now, and of them in a second; a window that began before the
  /// start is that much shorter.
  std::uint64_t count(Time now) const;
  double per_second(Time now) const;
  /// How long there was none.
  Time::duration silence(Time now) const { return now - last_; }

 private:
  struct Step {
    Time begin;
    std::uint64_t count;
  };
  Time start_;
  Time last_;
  std::deque<Step> steps_;  ///< oldest first
};

}  // namespace pith
