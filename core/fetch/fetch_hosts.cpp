#include "core/fetch/fetch_hosts.hpp"

#include <algorithm>

#include "pith/url.hpp"

namespace pith {

const FetchPolicy& FetchHosts::policy_for(const std::string& host) const {
  const auto is_host = [&](const std::string& pattern) { return host_matches(host, pattern); };
  const bool is_own = std::any_of(policy_.own_hosts.begin(), policy_.own_hosts.end(), is_host);
  return is_own ? own_policy_ : policy_;
}

FetchHost& FetchHosts::host_of(const std::string& name) {
  const auto found = hosts_.find(name);
  if (found != hosts_.end()) return found->second;
  FetchHostOrder one;
  one.emplace(Time{}, nullptr);
  const FetchPolicy& policy = policy_for(name);
  FetchHost fresh{name, &policy, HostPacing(policy), one.extract(one.begin())};
  FetchHost& host = hosts_.emplace(name, std::move(fresh)).first->second;
  host.place.value().second = &host;
  return host;
}

void FetchHosts::enter(FetchTask& task) {
  FetchHost& host = host_of(task.target.host);
  if (const auto idle = std::exchange(host.idle, std::nullopt)) host.place = idle_.extract({*idle, &host});
  if (host.tasks++ == 0) ++busy_;
  ++tasks_;
  task.host = &host;
}

void FetchHosts::leave(FetchTask& task) noexcept {
  FetchHost& host = *std::exchange(task.host, nullptr);
  --tasks_;
  if (--host.tasks > 0) return;
  --busy_;
  host.idle = host.pacing.next_start();
  host.place.value().first = *host.idle;
  idle_.insert(std::move(host.place));
  forget_idle();
}

void FetchHosts::forget_idle() noexcept {
  while (idle_.size() > most_idle) {
    const FetchHost* host = idle_.begin()->second;
    idle_.erase(idle_.begin());
    hosts_.erase(hosts_.find(host->name));
  }
}

void FetchHosts::push_back(FetchTaskPtr task, Time now) {
  FetchHost& host = *task->host;
  host.queue.push_back(std::move(task));
  schedule(host, now);
}

void FetchHosts::push_front(FetchTaskPtr task, Time now) {
  FetchHost& host = *task->host;
  host.queue.push_front(std::move(task));
  schedule(host, now);
}

void FetchHosts::schedule(FetchHost& host, Time now) noexcept {
  std::optional<Time> turn;
  if (!host.queue.empty()) {
    if (host.pacing.is_held_too_long(now)) {
      turn = now;
    } else if (may_start(host)) {
      turn = host.pacing.next_start();
    }
  }
  if (turn == host.turn) return;
  if (host.turn) host.place = turns_.extract({*host.turn, &host});
  if (turn) {
    host.place.value().first = *turn;
    turns_.insert(std::move(host.place));
  }
  host.turn = turn;
}

FetchTaskPtr FetchHosts::next(Time now) {
  while (!turns_.empty() && turns_.begin()->first <= now) {
    FetchHost& host = *turns_.begin()->second;
    const bool too_long = host.pacing.is_held_too_long(now);
    if (!too_long && (!may_start(host) || host.pacing.next_start() > now)) {
      schedule(host, now);  // it was held too long, and time has passed
      continue;
    }
    FetchTaskPtr task = std::move(host.queue.front());
    host.queue.pop_front();
    schedule(host, now);
    return task;
  }
  return nullptr;
}

std::optional<FetchHosts::Time> FetchHosts::next_turn() const {
  if (turns_.empty()) return std::nullopt;
  return turns_.begin()->first;
}

void FetchHosts::began(FetchHost& host, Time now) {
  ++host.under_way;
  host.pacing.began(now);
  schedule(host, now);
}

void FetchHosts::ended(FetchHost& host, Time now, HostPacing::Clock::duration answer_time, bool well) {
  --host.under_way;
  host.pacing.ended(now, answer_time, well);
  schedule(host, now);
}

void FetchHosts::hold(FetchHost& host, Time until, std::string why, Time now) {
  if (until > host.pacing.held_until()) host.why_held = std::move(why);
  host.pacing.hold_until(until);
  schedule(host, now);
}

std::vector<FetchTaskPtr> FetchHosts::take_queued() {
  std::vector<FetchTaskPtr> taken;
  for (auto& [name, host] : hosts_) {
    for (auto& task : host.queue) taken.push_back(std::move(task));
    host.queue.clear();
    if (const auto turn = std::exchange(host.turn, std::nullopt)) host.place = turns_.extract({*turn, &host});
  }
  for (auto& task : taken) leave(*task);
  return taken;
}

std::string FetchHosts::longest_queue() const {
  const FetchHost* longest = nullptr;
  for (const auto& [name, host] : hosts_) {
    const std::size_t waiting = host.tasks - host.under_way;
    if (waiting > 0 && (longest == nullptr || waiting > longest->tasks - longest->under_way)) longest = &host;
  }
  return longest == nullptr ? "" : longest->name;
}

}  // namespace pith
