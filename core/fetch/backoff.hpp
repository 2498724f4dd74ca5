#pragma once

#include <chrono>
#include <cstdint>
#include <random>

#include "core/fetch/fetch_policy.hpp"

namespace pith {

/// How long to wait before the next try: exponential backoff with full jitter, a random time between none
/// and a bound that doubles ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015), so that pages
/// that failed together do not come back together.
class Backoff {
 public:
  /// `policy` must live as long.
  Backoff(const FetchPolicy& policy, std::uint64_t seed) : policy_(policy), random_(seed) {}

  /// After `tries` tries, 1 and more.
  std::chrono::milliseconds after(std::uint32_t tries);

 private:
  const FetchPolicy& policy_;
  std::mt19937_64 random_;
};

}  // namespace pith
