#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

#include "core/batch/ordered_work.hpp"

namespace pith {

/// What came of a batch so far: how many of each status, how long.
class BatchTally {
 public:
  explicit BatchTally(std::chrono::milliseconds time_of_a_page) : time_of_a_page_(time_of_a_page) {}

  void count(const OutputLine& line);

  std::uint64_t pages() const noexcept { return pages_; }
  std::uint64_t failures() const noexcept { return failures_; }

  /// "1,204 pages, 310 pages/s": while it runs.
  std::string progress() const;
  /// "1,204 pages in 3.9 s: 1,180 ok, 20 no_article, 4 failed"; pages beyond their time are told, too.
  std::string summary() const;

 private:
  static constexpr std::size_t statuses = static_cast<std::size_t>(Status::failed) + 1;

  double seconds() const;

  std::array<std::uint64_t, statuses> counts_{};
  std::uint64_t pages_ = 0;
  std::uint64_t failures_ = 0;
  std::uint64_t late_ = 0;
  std::uint64_t slowest_page_ = 0;
  std::chrono::milliseconds slowest_{0};
  std::chrono::milliseconds time_of_a_page_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace pith
