#include "core/fetch/answer.hpp"

#include "core/fetch/retry_rule.hpp"

namespace pith {
namespace {

Answer answer_of_problem(const FetchProblem& problem) {
  if (problem.outcome == "refused") return {NextStep::refuse, problem.outcome, problem.sentence};
  return {problem.again ? NextStep::try_again : NextStep::fail, problem.outcome, problem.sentence};
}

Answer answer_of_redirect(const EndedTransfer& ended) {
  if (!ended.redirect.empty()) return {NextStep::follow, "redirect", ""};
  return {NextStep::fail, "status",
          "redirected (status " + std::to_string(ended.status) + ") without saying where to"};
}

}  // namespace

bool is_redirect(int http_status) {
  return http_status == 301 || http_status == 302 || http_status == 303 || http_status == 307 ||
         http_status == 308;
}

Answer answer_for_page(const EndedTransfer& ended) {
  if (ended.problem) return answer_of_problem(*ended.problem);
  if (is_redirect(ended.status)) return answer_of_redirect(ended);
  if (ended.status == 304 && ended.task->is_conditional())
    return {NextStep::not_modified, "not_modified", ""};
  if (ended.status < 400 && ended.status != 304) return {NextStep::deliver, "fetched", ""};
  const std::string detail = "the server answered with status " + std::to_string(ended.status);
  return {may_succeed_later(ended.status) ? NextStep::try_again : NextStep::fail, "status", detail};
}

}  // namespace pith
