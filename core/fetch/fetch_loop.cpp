#include "core/fetch/fetch_loop.hpp"

#include <algorithm>
#include <exception>
#include <random>
#include <utility>

#include "core/fetch/retry_after.hpp"
#include "core/fetch/user_agent.hpp"
#include "core/fetch/utc_clock.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A host that is down must not cost every one of its pages as many time-outs as it has tries.
constexpr std::size_t most_unanswered = 10;

/// Where it begins, at first and with every try; without a target if that is nowhere.
void set_out(FetchTask& task) {
  try {
    task.set_out(Target::of(task.request.url));
  } catch (const Error&) {
    task.set_out({});
  }
}

std::string_view header_of(const ResponseHeaders::Fields& headers, std::string_view lower_name) {
  for (const auto& [name, value] : headers) {
    if (lower_ascii(name) == lower_name) return value;
  }
  return {};
}

}  // namespace

PoliteFetcher::Loop::Loop(FetchPolicy policy)
    : policy_(std::move(policy)),
      agent_(product_token(user_agent_text(policy_.user_agent, policy_.contact))),
      pool_(policy_),
      mailbox_(policy_.most_uncollected, [this] { pool_.wake(); }),
      hosts_(policy_),
      backoff_(policy_, std::random_device{}()),
      now_(Clock::now()),
      thread_([this] { run(); }) {}

PoliteFetcher::Loop::~Loop() {
  mailbox_.end();
  thread_.join();
}

void PoliteFetcher::Loop::run() {
  try {
    fetch_all();
  } catch (const std::exception& error) {
    break_down(error);
  }
}

void PoliteFetcher::Loop::fetch_all() {
  while (!mailbox_.is_ending()) {
    now_ = Clock::now();
    for (FetchRequest& request : mailbox_.take_requests()) accept(std::move(request));
    if (!finished_ && mailbox_.is_finishing()) forget_queued();
    bring_back_retries();
    start_what_may();
    std::vector<EndedTransfer> all_ended = pool_.perform();
    now_ = Clock::now();
    for (EndedTransfer& ended : all_ended) {
      guarded([&] {
        EndedTransfer own = std::move(ended);
        pace(own);
        own.task->is_robots() ? robots_ended(std::move(own)) : page_ended(std::move(own));
      });
    }
    start_what_may();
    report();
    pool_.wait(patience());
  }
}

FetchTaskPtr PoliteFetcher::Loop::new_task() {
  FetchTaskPtr task = std::make_unique<FetchTask>();
  task->keeper = &lost_;
  return task;
}

void PoliteFetcher::Loop::accept(FetchRequest request) {
  FetchTaskPtr task = new_task();
  task->request = std::move(request);
  guarded([&] {
    FetchTaskPtr accepted = std::move(task);
    // What has no target has its turn, too: outcomes come no faster than they are collected.
    set_out(*accepted);
    hosts_.enter(*accepted);
    hosts_.push_back(std::move(accepted), now_);
  });
}

void PoliteFetcher::Loop::forget_queued() {
  finished_ = true;
  std::vector<FetchTaskPtr> queued = hosts_.take_queued();
  for (auto& [time, task] : retries_) queued.push_back(std::move(task));
  for (auto& [origin, tasks] : waiting_for_robots_) {
    for (auto& task : tasks) queued.push_back(std::move(task));
  }
  retries_.clear();
  waiting_for_robots_.clear();
  for (auto& task : queued) forget(std::move(task));
  mailbox_.confirm_finish();
}

void PoliteFetcher::Loop::bring_back_retries() {
  while (!retries_.empty() && retries_.begin()->first <= now_) {
    hosts_.push_front(std::move(retries_.begin()->second), now_);
    retries_.erase(retries_.begin());
  }
}

void PoliteFetcher::Loop::start_what_may() {
  while (pool_.under_way() < policy_.concurrency && mailbox_.has_room()) {
    FetchTaskPtr task = hosts_.next(now_);
    if (!task) return;
    guarded([&] { consider(std::move(task)); });
  }
}

std::chrono::milliseconds PoliteFetcher::Loop::patience() const {
  std::chrono::milliseconds longest = std::chrono::minutes(10);
  const auto wait_for = [&](Time time) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - now_);
    longest = std::clamp(left, std::chrono::milliseconds(0), longest);
  };
  if (!retries_.empty()) wait_for(retries_.begin()->first);
  const auto turn = hosts_.next_turn();
  if (turn && pool_.under_way() < policy_.concurrency && mailbox_.has_room()) wait_for(*turn);
  return longest;
}

void PoliteFetcher::Loop::report() {
  constexpr std::chrono::milliseconds often{250};
  if (hosts_.tasks() == 0) {
    longest_queue_.clear();
  } else if (now_ - looked_for_longest_ >= often) {
    longest_queue_ = hosts_.longest_queue();
    looked_for_longest_ = now_;
  }
  FetchActivity activity;
  activity.under_way = pool_.under_way();
  activity.queued = hosts_.tasks() - pool_.under_way();
  activity.hosts = hosts_.busy();
  activity.received = pool_.received();
  activity.waiting_for = longest_queue_;
  mailbox_.report(std::move(activity));
}

void PoliteFetcher::Loop::pace(const EndedTransfer& ended) {
  FetchHost& host = *ended.task->host;
  hosts_.ended(host, now_, ended.answer_time, !ended.problem && ended.status < 400);
  const bool is_silent = ended.problem && ended.problem->again && ended.status == 0;
  host.unanswered = is_silent ? host.unanswered + 1 : 0;
  if (host.unanswered >= most_unanswered) {
    const auto pause = policy_.longest_wait + std::chrono::minutes(1);
    const std::string why = "did not answer " + std::to_string(host.unanswered) + " times in a row";
    hosts_.hold(host, now_ + pause, why, now_);
  }
  if (ended.problem || ended.status < 300) return;
  const auto wait = retry_after(header_of(ended.headers, "retry-after"), utc_now_ms());
  if (wait) hosts_.hold(host, now_ + *wait, "asks for a pause", now_);
}

void PoliteFetcher::Loop::try_again_later(FetchTaskPtr task) {
  const auto wait = backoff_.after(static_cast<std::uint32_t>(task->attempts.size()));
  hosts_.leave(*task);
  set_out(*task);
  hosts_.enter(*task);
  retries_.emplace(now_ + wait, std::move(task));
}

void PoliteFetcher::Loop::forget(FetchTaskPtr task) {
  if (task->host != nullptr) hosts_.leave(*task);
  if (!task->is_robots()) mailbox_.forget(1);
  task->keeper = nullptr;
}

}  // namespace pith
