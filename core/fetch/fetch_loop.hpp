#pragma once

#include <chrono>
#include <deque>
#include <exception>
#include <map>
#include <string>
#include <thread>
#include <unordered_map>

#include "core/fetch/answer.hpp"
#include "core/fetch/backoff.hpp"
#include "core/fetch/fetch_hosts.hpp"
#include "core/fetch/fetch_mailbox.hpp"
#include "core/fetch/lost_tasks.hpp"
#include "core/fetch/polite_fetcher.hpp"
#include "core/fetch/robots_cache.hpp"
#include "core/fetch/transfer_pool.hpp"

namespace pith {

/// The thread behind PoliteFetcher: takes what was asked for, starts what may be started, and decides what
/// comes of what has ended. Everything but the mailbox belongs to that thread.
class PoliteFetcher::Loop {
 public:
  explicit Loop(FetchPolicy policy);
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  FetchMailbox& mailbox() { return mailbox_; }

 private:
  using Clock = std::chrono::steady_clock;
  using Time = Clock::time_point;

  void run();
  void fetch_all();
  FetchTaskPtr new_task();
  void accept(FetchRequest request);
  void forget_queued();
  void bring_back_retries();
  void start_what_may();
  std::chrono::milliseconds patience() const;
  void report();

  // A task whose host's turn has come.
  void consider(FetchTaskPtr task);
  void consider_robots(FetchTaskPtr task);
  void await_robots(FetchTaskPtr task);
  void begin(FetchTaskPtr task);

  // A task whose transfer has ended.
  void pace(const EndedTransfer& ended);
  void page_ended(EndedTransfer ended);
  void robots_ended(EndedTransfer ended);
  void follow(FetchTaskPtr task, const std::string& url);
  void follow_robots(EndedTransfer ended);
  void redirect(FetchTaskPtr task, Target target);
  bool has_tries_left(const FetchTask& task) const { return task.attempts.size() < policy_.tries; }
  void try_again_later(FetchTaskPtr task);

  // Exceptions: one that a step loses tasks by ends these; whatever else it left behind is unknown.
  template <class Step>
  void guarded(Step step) {
    try {
      step();
    } catch (const std::exception& error) {
      if (lost_.empty()) throw;
      end_lost(error);
    }
  }
  void end_lost(const std::exception& error);
  void fail(std::uint64_t id, const std::exception& error);
  void break_down(const std::exception& error);

  // A task that is over.
  void deliver(EndedTransfer ended);
  void finish(FetchTaskPtr task, FetchEnd end, std::string reason, Time not_before = {});
  void refuse(FetchTaskPtr task, const std::string& reason);
  void postpone(FetchTaskPtr task);
  void settle_robots(FetchTaskPtr task, RobotsVerdict verdict);
  void forget(FetchTaskPtr task);

  LostTasks lost_;  ///< outlives all that has tasks
  const FetchPolicy policy_;
  const std::string agent_;  ///< what robots.txt knows it by
  TransferPool pool_;
  FetchMailbox mailbox_;
  FetchHosts hosts_;
  RobotsCache robots_;
  Backoff backoff_;
  /// By origin; an origin is here as long as its robots.txt is being got.
  std::unordered_map<std::string, std::deque<FetchTaskPtr>> waiting_for_robots_;
  std::multimap<Time, FetchTaskPtr> retries_;
  Time now_;  ///< when the clock was last looked at
  std::string longest_queue_;
  Time looked_for_longest_;
  bool finished_ = false;
  std::thread thread_;
};

}  // namespace pith
