#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/fetch/fetch_policy.hpp"
#include "core/fetch/fetch_task.hpp"
#include "core/fetch/host_pacing.hpp"

namespace pith {

struct FetchHost;

/// Hosts by a time. A host has one element for its places in all orders: to change places needs no memory.
using FetchHostOrder = std::set<std::pair<HostPacing::Time, FetchHost*>>;

/// One host, by its name without port: what answers at another port is the same machine.
struct FetchHost {
  std::string name;
  const FetchPolicy* policy;  ///< how it is fetched from
  HostPacing pacing;
  FetchHostOrder::node_type place;  ///< as long as it has none
  std::deque<FetchTaskPtr> queue{};
  std::size_t tasks = 0;                   ///< in the queue, under way, between tries, waiting for robots.txt
  std::size_t under_way = 0;               ///< transfers
  std::size_t unanswered = 0;              ///< requests in a row
  std::string why_held{};                  ///< "asks for a pause"; empty if it never was
  std::optional<HostPacing::Time> turn{};  ///< its place in the order of turns; none if it has to wait
  std::optional<HostPacing::Time> idle{};  ///< its place among those with nothing to do
};

/// All hosts with anything to do, in the order in which their turn comes; every step takes time that grows
/// with the logarithm of their number, whatever the length of their queues. Only what enters or is queued
/// needs memory: where there is none the task is let go of, and nothing else is lost. For one thread.
class FetchHosts {
 public:
  using Time = HostPacing::Time;

  /// Hosts with nothing to do whose pacing is remembered.
  static constexpr std::size_t most_idle = 10'000;

  /// `policy` must live as long.
  explicit FetchHosts(const FetchPolicy& policy)
      : policy_(policy), own_policy_(policy_of_own_hosts(policy)) {}

  /// Counts a task among those of its target's host, until it leaves.
  void enter(FetchTask& task);
  void leave(FetchTask& task) noexcept;
  /// Queues a task that has entered; at the front what others wait for or what has waited before.
  void push_back(FetchTaskPtr task, Time now);
  void push_front(FetchTaskPtr task, Time now);

  /// The next task whose host may be asked now, or is held for so long that its tasks are not to wait; null
  /// if there is none.
  FetchTaskPtr next(Time now);
  /// When next() will have one; nothing if only the end of a transfer can change that.
  std::optional<Time> next_turn() const;

  void began(FetchHost& host, Time now);
  void ended(FetchHost& host, Time now, HostPacing::Clock::duration answer_time, bool well);
  /// `why` goes on after the host's name.
  void hold(FetchHost& host, Time until, std::string why, Time now);

  /// Empties all queues; the tasks have left.
  std::vector<FetchTaskPtr> take_queued();
  std::size_t tasks() const { return tasks_; }
  std::size_t busy() const { return busy_; }
  /// The host with the longest queue; empty if all are. Looks at every host.
  std::string longest_queue() const;

 private:
  bool may_start(const FetchHost& host) const { return host.under_way < host.policy->per_host; }
  void schedule(FetchHost& host, Time now) noexcept;
  FetchHost& host_of(const std::string& name);
  void forget_idle() noexcept;

  const FetchPolicy& policy_for(const std::string& host) const;

  const FetchPolicy& policy_;
  const FetchPolicy own_policy_;
  std::unordered_map<std::string, FetchHost> hosts_;  // its elements stay where they are
  FetchHostOrder turns_;
  FetchHostOrder idle_;  ///< by the time until which they are worth remembering
  std::size_t tasks_ = 0;
  std::size_t busy_ = 0;
};

}  // namespace pith
