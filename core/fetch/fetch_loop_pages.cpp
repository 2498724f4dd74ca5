// What the fetching thread does with one page: before its transfer, after it, and at its end.
#include <algorithm>
#include <utility>

#include "core/fetch/fetch_loop.hpp"
#include "core/fetch/utc_clock.hpp"
#include "core/text/quantity.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

void add_to_attempt(const EndedTransfer& ended) {
  FetchAttempt& attempt = ended.task->attempt;
  attempt.time += std::chrono::duration_cast<std::chrono::milliseconds>(ended.time);
  attempt.http_status = ended.status;
  attempt.bytes = ended.bytes.size();
}

void close_attempt(FetchTask& task, const std::string& outcome, const std::string& detail) {
  task.attempt.outcome = outcome;
  task.attempt.detail = detail;
  task.attempts.push_back(std::exchange(task.attempt, {}));
}

bool has_open_attempt(const FetchTask& task) {
  return task.attempt.at_ms != 0;
}

/// For a try that ended between two requests, at a redirect.
const char* name_of(FetchEnd end) {
  if (end == FetchEnd::refused) return "refused";
  return end == FetchEnd::postponed ? "postponed" : "robots";
}

std::string why_no_target(const std::string& url) {
  try {
    Target::of(url);
  } catch (const Error& error) {
    return error.problem();
  }
  return "not a valid URL";
}

std::string with_tries(const Answer& answer, const FetchTask& task) {
  const std::size_t tries = task.attempts.size();
  return tries > 1 ? answer.detail + " (tried " + std::to_string(tries) + " times)" : answer.detail;
}

}  // namespace

void PoliteFetcher::Loop::consider(FetchTaskPtr task) {
  const Target& target = task->target;
  if (target.url.empty()) {
    const std::string problem = why_no_target(task->request.url);
    return finish(std::move(task), FetchEnd::failed, problem);
  }
  const std::string refusal = pool_.refusal_of(target);
  if (!refusal.empty()) return refuse(std::move(task), refusal);
  if (task->host->pacing.is_held_too_long(now_)) return postpone(std::move(task));
  if (task->is_robots() || !task->host->policy->robots) return begin(std::move(task));
  consider_robots(std::move(task));
}

void PoliteFetcher::Loop::begin(FetchTaskPtr task) {
  if (!has_open_attempt(*task)) task->attempt.at_ms = utc_now_ms();
  const std::size_t asked = task->request.bytes > 0 ? task->request.bytes : policy_.bytes;
  const std::size_t limit = task->is_robots() ? RobotsRules::most_bytes : asked;
  FetchHost& host = *task->host;
  pool_.start(std::move(task), limit + 1);
  hosts_.began(host, now_);
}

void PoliteFetcher::Loop::page_ended(EndedTransfer ended) {
  const Answer answer = answer_for_page(ended);
  FetchTaskPtr& task = ended.task;
  add_to_attempt(ended);
  if (answer.step == NextStep::follow) return follow(std::move(task), ended.redirect);
  close_attempt(*task, answer.outcome, answer.detail);
  switch (answer.step) {
    case NextStep::deliver:
      return deliver(std::move(ended));
    case NextStep::not_modified:
      return finish(std::move(task), FetchEnd::not_modified, "");
    case NextStep::refuse:
      return refuse(std::move(task), answer.detail);
    case NextStep::try_again:
      if (finished_) return forget(std::move(task));
      if (task->host->pacing.is_held_too_long(now_)) return postpone(std::move(task));
      if (has_tries_left(*task)) return try_again_later(std::move(task));
      break;
    default:
      break;
  }
  const std::string reason = with_tries(answer, *task);
  finish(std::move(task), FetchEnd::failed, reason);
}

void PoliteFetcher::Loop::follow(FetchTaskPtr task, const std::string& url) {
  Target target;
  std::string problem;
  try {
    target = Target::of(url);
  } catch (const Error& error) {
    problem = "redirected to '" + error.where() + "': " + error.problem();
  }
  const auto& visited = task->visited;
  // With cookies the same URL may answer otherwise the second time.
  const bool is_loop =
      !policy_.cookies && std::find(visited.begin(), visited.end(), target.url) != visited.end();
  if (is_loop) problem = "redirected in a circle, back to '" + target.url + "'";
  if (visited.size() > static_cast<std::size_t>(policy_.redirects)) {
    problem = "redirected more than " + std::to_string(policy_.redirects) + " times";
  }
  if (problem.empty()) return redirect(std::move(task), std::move(target));
  close_attempt(*task, "redirects", problem);
  finish(std::move(task), FetchEnd::failed, problem);
}

void PoliteFetcher::Loop::redirect(FetchTaskPtr task, Target target) {
  if (finished_) return forget(std::move(task));
  hosts_.leave(*task);
  task->target = std::move(target);
  task->visited.push_back(task->target.url);
  hosts_.enter(*task);
  hosts_.push_front(std::move(task), now_);
}

void PoliteFetcher::Loop::deliver(EndedTransfer ended) {
  FetchTask& task = *ended.task;
  auto page = std::make_shared<Page>();
  page->url = task.request.url;
  if (task.is_redirected()) page->final_url = task.target.url;
  page->status = ended.status;
  page->headers = std::move(ended.headers);
  page->fetched_at = rfc3339(utc_now_ms());
  page->bytes = std::move(ended.bytes);

  FetchOutcome outcome;
  outcome.id = task.request.id;
  outcome.end = FetchEnd::fetched;
  outcome.page = std::move(page);
  outcome.http_status = ended.status;
  outcome.attempts = std::move(task.attempts);
  hosts_.leave(task);
  mailbox_.deliver(std::move(outcome));
  task.keeper = nullptr;
}

void PoliteFetcher::Loop::finish(FetchTaskPtr task, FetchEnd end, std::string reason, Time not_before) {
  if (has_open_attempt(*task)) close_attempt(*task, name_of(end), reason);
  FetchOutcome outcome;
  outcome.id = task->request.id;
  outcome.end = end;
  outcome.reason = std::move(reason);
  if (!task->attempts.empty()) outcome.http_status = task->attempts.back().http_status;
  if (end == FetchEnd::postponed) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(not_before - now_);
    outcome.not_before_ms = utc_now_ms() + left.count();
  }
  outcome.attempts = std::move(task->attempts);
  hosts_.leave(*task);
  mailbox_.deliver(std::move(outcome));
  task->keeper = nullptr;
}

void PoliteFetcher::Loop::refuse(FetchTaskPtr task, const std::string& reason) {
  if (task->is_robots()) {
    return settle_robots(std::move(task), {{}, FetchEnd::refused, reason, now_ + RobotsCache::longest_use});
  }
  const std::string whole =
      task->is_redirected() ? "redirected to '" + task->target.url + "': " + reason : reason;
  finish(std::move(task), FetchEnd::refused, whole);
}

void PoliteFetcher::Loop::postpone(FetchTaskPtr task) {
  const Time until = task->host->pacing.held_until();
  const auto left = std::chrono::ceil<std::chrono::seconds>(until - now_);
  const std::string reason =
      task->host->name + " " + task->host->why_held + ": not asked for another " + duration_in_words(left);
  if (task->is_robots()) return settle_robots(std::move(task), {{}, FetchEnd::postponed, reason, until});
  finish(std::move(task), FetchEnd::postponed, reason, until);
}

}  // namespace pith
