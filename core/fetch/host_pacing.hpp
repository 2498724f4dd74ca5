#pragma once

#include <chrono>

#include "core/fetch/fetch_policy.hpp"

namespace pith {

/// When one host may be asked again. Knows no clock: every function is told the time.
///
/// From the beginning of a request to the beginning of the next, and from the end of one to the beginning of
/// the next, lies at least delay(). What a host asks for by Retry-After comes on top.
class HostPacing {
 public:
  using Clock = std::chrono::steady_clock;
  using Time = Clock::time_point;

  /// `policy` must live as long.
  explicit HostPacing(const FetchPolicy& policy) : policy_(&policy) {}

  void began(Time now);
  /// `answer_time`: from the request to the first byte of the answer, or until it was given up. `well`:
  /// whether it was an answer below 400; others come quickly from a server in trouble and never shorten the
  /// delay (as in Scrapy's AutoThrottle).
  void ended(Time now, Clock::duration answer_time, bool well);
  /// Of the robots.txt that the last request fell under.
  void set_crawl_delay(std::chrono::milliseconds delay) { crawl_delay_ = delay; }
  /// Leaves the host alone until then; an earlier time than one that was set before changes nothing.
  void hold_until(Time time);

  /// The greatest of the policy's delay, `delay_factor` times the smoothed answer time, and the Crawl-delay;
  /// the latter two no longer than the policy's `longest_delay`.
  Clock::duration delay() const;
  /// The earliest time for the next request.
  Time next_start() const;
  Time held_until() const { return held_until_; }
  /// Whether the host is to be left alone for longer than a page is kept waiting (`longest_wait`).
  bool is_held_too_long(Time now) const;

 private:
  const FetchPolicy* policy_;
  Clock::duration answer_time_{0};  ///< smoothed
  bool has_answered_ = false;
  std::chrono::milliseconds crawl_delay_{0};
  Time next_{};
  Time held_until_{};
};

}  // namespace pith
