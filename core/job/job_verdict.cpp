#include "core/job/job_verdict.hpp"

#include "core/store/names.hpp"
#include "pith/extraction.hpp"

namespace pith {
namespace {

bool is_well(const PageGroup& group) {
  switch (group.state) {
    case PageState::waiting:
      return group.is_leased;
    case PageState::failed:
    case PageState::refused:
      return false;
    case PageState::done:
      return group.status.empty() || is_success(status_named(group.status));
    case PageState::filtered:
    case PageState::duplicate:
      break;
  }
  return true;
}

}  // namespace

JobVerdict verdict_of(const std::vector<PageGroup>& groups, const std::set<SourceId>& sources) {
  JobVerdict verdict;
  for (const PageGroup& group : groups) {
    if (is_well(group)) continue;
    if (group.in_this_run) {
      verdict.of_this_run += group.pages;
    } else if (sources.contains(group.source)) {
      verdict.of_earlier_runs += group.pages;
    }
  }
  return verdict;
}

}  // namespace pith
