#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

#include "core/fetch/polite_fetcher.hpp"
#include "core/fetch/robots_rules.hpp"

namespace pith {

/// What is known of one origin's robots.txt: the rules, or why there are none to go by and so nothing may be
/// fetched (RFC 9309, section 2.3.1.4).
struct RobotsVerdict {
  RobotsRules rules;
  /// How its pages end; `fetched` if the rules say which may be fetched.
  FetchEnd end = FetchEnd::fetched;
  std::string reason;
  std::chrono::steady_clock::time_point until;  ///< good until then

  bool is_readable() const { return end == FetchEnd::fetched; }
};

/// The verdicts of origins, those used last; bounded in number and bytes. For one thread.
class RobotsCache {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::hours longest_use{24};  ///< RFC 9309, section 2.4
  static constexpr std::size_t most_origins = 20'000;
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  /// Null if it is not known, or not any more; valid until the next call of put().
  const RobotsVerdict* find(const std::string& origin, Time now);
  void put(const std::string& origin, RobotsVerdict verdict);

 private:
  struct Entry {
    std::string origin;
    RobotsVerdict verdict;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;  // the one used last in front

  void erase(Entries::iterator entry);

  Entries entries_;
  std::unordered_map<std::string, Entries::iterator> by_origin_;
  std::size_t bytes_ = 0;
};

}  // namespace pith
