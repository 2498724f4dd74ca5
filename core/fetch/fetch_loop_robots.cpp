// What the fetching thread does about robots.txt: pages of an origin wait until it is known.
#include <algorithm>
#include <utility>

#include "core/fetch/fetch_loop.hpp"
#include "core/fetch/robots_answer.hpp"
#include "pith/error.hpp"

namespace pith {

void PoliteFetcher::Loop::consider_robots(FetchTaskPtr task) {
  const Target& target = task->target;
  const RobotsVerdict* verdict = robots_.find(target.origin, now_);
  if (verdict == nullptr) return await_robots(std::move(task));
  if (verdict->end == FetchEnd::refused) return refuse(std::move(task), verdict->reason);
  if (!verdict->is_readable()) return finish(std::move(task), verdict->end, verdict->reason, verdict->until);
  if (!verdict->rules.allows(target.path)) {
    const std::string reason = "the robots.txt of " + target.origin + " disallows it";
    return refuse(std::move(task), reason);
  }
  const std::chrono::milliseconds none{0};
  task->host->pacing.set_crawl_delay(verdict->rules.crawl_delay().value_or(none));
  begin(std::move(task));
}

void PoliteFetcher::Loop::await_robots(FetchTaskPtr task) {
  const std::string origin = task->target.origin;
  const auto waiting = waiting_for_robots_.find(origin);
  if (waiting != waiting_for_robots_.end()) return waiting->second.push_back(std::move(task));
  // Before the page waits for it: should the rest fail, the page is lost with it, and not forgotten.
  FetchTaskPtr robots = new_task();
  robots->robots_of = origin;
  waiting_for_robots_[origin].push_back(std::move(task));
  robots->request.url = origin + "/robots.txt";
  robots->set_out(Target::of(robots->request.url));
  hosts_.enter(*robots);
  hosts_.push_front(std::move(robots), now_);
}

void PoliteFetcher::Loop::robots_ended(EndedTransfer ended) {
  FetchTaskPtr& task = ended.task;
  const Answer answer = answer_for_robots(ended);
  if (answer.step == NextStep::follow) return follow_robots(std::move(ended));
  task->attempts.push_back(std::exchange(task->attempt, {}));
  if (answer.step == NextStep::try_again) {
    if (finished_) return forget(std::move(task));
    if (task->host->pacing.is_held_too_long(now_)) return postpone(std::move(task));
    if (has_tries_left(*task)) return try_again_later(std::move(task));
  }
  // A verdict that is over before the pages have heard it would be asked for again and again.
  const std::chrono::milliseconds retry =
      std::max<std::chrono::milliseconds>(policy_.longest_wait, std::chrono::minutes(1));
  RobotsVerdict verdict = robots_verdict(ended, agent_, now_, retry);
  settle_robots(std::move(task), std::move(verdict));
}

void PoliteFetcher::Loop::follow_robots(EndedTransfer ended) {
  FetchTaskPtr& task = ended.task;
  const bool too_often = task->visited.size() > most_robots_redirects;
  if (too_often) return settle_robots(std::move(task), no_robots(now_));
  try {
    Target target = Target::of(ended.redirect);
    if (target.is_web()) return redirect(std::move(task), std::move(target));
  } catch (const Error&) {
    // leads nowhere: there is none
  }
  settle_robots(std::move(task), no_robots(now_));
}

void PoliteFetcher::Loop::settle_robots(FetchTaskPtr task, RobotsVerdict verdict) {
  const std::string origin = task->robots_of;
  robots_.put(origin, std::move(verdict));
  auto waiting = waiting_for_robots_.extract(origin);
  hosts_.leave(*task);
  task->keeper = nullptr;
  if (waiting.empty()) return;
  auto& tasks = waiting.mapped();
  for (auto it = tasks.rbegin(); it != tasks.rend(); ++it) hosts_.push_front(std::move(*it), now_);
}

}  // namespace pith
