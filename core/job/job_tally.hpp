#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

#include "core/store/store.hpp"

namespace pith {

/// What one run of a job has done so far. One thread.
class JobTally {
 public:
  void count(const PageOutcome& outcome);
  void count_known(std::uint64_t pages) { known_ += pages; }
  void count_lost(std::uint64_t items) { lost_ += items; }
  void count_other_shards(std::uint64_t pages) { in_other_shards_ += pages; }

  std::uint64_t pages() const noexcept { return pages_; }  ///< settled in this run
  std::uint64_t of(PageState state) const noexcept { return states_.at(static_cast<std::size_t>(state)); }
  std::uint64_t of(Status status) const noexcept { return statuses_.at(static_cast<std::size_t>(status)); }
  std::uint64_t articles() const noexcept { return articles_; }
  std::uint64_t lost() const noexcept { return lost_; }
  std::chrono::milliseconds elapsed() const;
  /// Pages per second over the whole run.
  double rate() const;

  /// "1,204 pages in 31.0 s: 1,180 ok, 20 no_article, 3 failed, 1 refused; 1,180 articles": every page under
  /// exactly one word.
  std::string summary() const;

 private:
  std::uint64_t pages_ = 0;
  std::uint64_t articles_ = 0;
  std::uint64_t not_modified_ = 0;
  std::uint64_t sitemaps_ = 0;
  std::uint64_t known_ = 0;
  std::uint64_t lost_ = 0;
  std::uint64_t in_other_shards_ = 0;
  std::array<std::uint64_t, 6> states_{};
  std::array<std::uint64_t, static_cast<std::size_t>(Status::failed) + 1> statuses_{};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace pith
