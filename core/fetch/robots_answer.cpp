#include "core/fetch/robots_answer.hpp"

namespace pith {
namespace {

using Time = std::chrono::steady_clock::time_point;

bool is_there(int status) {
  return status >= 200 && status < 300;
}

bool is_servers_fault(int status) {
  return status == 429 || status >= 500;
}

FetchEnd end_of_problem(const FetchProblem& problem) {
  if (problem.outcome == "refused") return FetchEnd::refused;
  const bool of_the_host = problem.outcome == "dns" || problem.outcome == "connect" ||
                           problem.outcome == "tls" || problem.outcome == "proxy";
  return of_the_host ? FetchEnd::failed : FetchEnd::postponed;
}

RobotsVerdict unreadable(FetchEnd end, const std::string& origin, const std::string& why, Time until) {
  if (end != FetchEnd::postponed) return {{}, end, why, until};
  return {
      {}, end, "the robots.txt of " + origin + " cannot be read, so nothing is fetched there: " + why, until};
}

}  // namespace

Answer answer_for_robots(const EndedTransfer& ended) {
  Answer answer = answer_for_page(ended);
  const bool as_if_none =
      !ended.problem && answer.step == NextStep::try_again && !is_servers_fault(ended.status);
  if (as_if_none) answer.step = NextStep::fail;
  return answer;
}

RobotsVerdict robots_verdict(const EndedTransfer& ended, const std::string& agent, Time now,
                             std::chrono::milliseconds retry) {
  const std::string& origin = ended.task->robots_of;
  if (ended.problem) {
    return unreadable(end_of_problem(*ended.problem), origin, ended.problem->sentence, now + retry);
  }
  if (is_servers_fault(ended.status)) {
    const std::string why = "the server answered with status " + std::to_string(ended.status);
    return unreadable(FetchEnd::postponed, origin, why, now + retry);
  }
  RobotsVerdict verdict = no_robots(now);
  if (is_there(ended.status)) verdict.rules = RobotsRules::parse(ended.bytes, agent);
  return verdict;
}

RobotsVerdict no_robots(Time now) {
  return {{}, FetchEnd::fetched, "", now + RobotsCache::longest_use};
}

}  // namespace pith
