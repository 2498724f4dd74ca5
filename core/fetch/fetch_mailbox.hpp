#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/fetch/polite_fetcher.hpp"

namespace pith {

/// Where those who ask for pages and the thread that gets them meet. Safe to use from any thread.
class FetchMailbox {
 public:
  /// Outcomes that may wait to be collected: no more than `most`, nor than `most_bytes` in bodies. `wake` is
  /// called when the fetching thread has to look again.
  FetchMailbox(std::size_t most, std::function<void()> wake);

  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  // For those who ask.
  void submit(FetchRequest request);
  std::optional<FetchOutcome> wait(std::chrono::milliseconds patience);
  std::size_t pending() const;
  FetchActivity activity() const;
  /// Why nothing is fetched any more; empty as long as it is.
  std::string problem() const;
  /// Returns when all that was queued is forgotten.
  void finish();
  void end();

  // For the thread that fetches.
  std::vector<FetchRequest> take_requests();
  void deliver(FetchOutcome outcome);
  /// Whether there is room for what another transfer will bring.
  bool has_room() const;
  bool is_finishing() const;
  bool is_ending() const;
  /// So many requests will have no outcome.
  void forget(std::size_t requests);
  /// All that was queued when finish() was called is forgotten.
  void confirm_finish();
  void report(FetchActivity activity);
  /// The thread cannot go on: nothing more comes but the outcomes that are here.
  void break_down(std::string why);

 private:
  bool is_full() const;  // with mutex_ held

  const std::size_t most_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<FetchRequest> requests_;
  std::deque<FetchOutcome> outcomes_;
  std::size_t outcome_bytes_ = 0;
  std::size_t pending_ = 0;
  bool finishing_ = false;
  bool finished_ = false;
  bool ending_ = false;
  FetchActivity activity_;
  std::string problem_;
};

}  // namespace pith
