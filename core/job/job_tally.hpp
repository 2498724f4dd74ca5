#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/store/store.hpp"

namespace pith {

/// What one run of a job has done so far, and in the end what became of its pages. One thread.
class JobTally {
 public:
  /// A page as it was written. One that was left alone (OutcomeEnd::left) is extracted, and no more.
  void count(const PageOutcome& outcome, OutcomeEnd end);
  /// Pages of earlier runs that were passed over, for they are known; settle() counts those that stayed so.
  void count_known(std::uint64_t pages) { known_ += pages; }
  void count_lost(std::uint64_t items) { lost_ += items; }
  void count_other_shards(std::uint64_t pages) { in_other_shards_ += pages; }
  /// At the end: the pages of the run as they are in the store, each once.
  void settle(const std::vector<PageGroup>& groups);

  std::uint64_t pages() const noexcept { return pages_; }  ///< settled in this run
  std::uint64_t of(PageState state) const noexcept { return states_.at(static_cast<std::size_t>(state)); }
  /// Pages extracted in this run.
  std::uint64_t extractions(Status status) const noexcept {
    return extractions_.at(static_cast<std::size_t>(status));
  }
  std::uint64_t articles() const noexcept { return articles_; }
  std::uint64_t known() const noexcept { return known_; }
  std::uint64_t lost() const noexcept { return lost_; }
  std::chrono::milliseconds elapsed() const;
  /// Pages per second over the whole run.
  double rate() const;

  /// After settle(): "1,204 pages in 31.0 s: 1,180 ok, 20 no_article, 3 failed, 1 refused; 1,180 articles":
  /// every page under exactly one word.
  std::string summary() const;

 private:
  static constexpr std::size_t most_statuses = static_cast<std::size_t>(Status::failed) + 1;

  std::uint64_t pages_ = 0;
  std::uint64_t articles_ = 0;
  std::uint64_t not_modified_ = 0;
  std::uint64_t sitemaps_ = 0;
  std::uint64_t known_ = 0;
  std::uint64_t lost_ = 0;
  std::uint64_t in_other_shards_ = 0;
  std::array<std::uint64_t, 6> states_{};
  std::array<std::uint64_t, most_statuses> extractions_{};
  /// Of pages in the end: of `done` ones that hold articles.
  std::array<std::uint64_t, most_statuses> statuses_{};
  std::uint64_t feeds_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace pith
