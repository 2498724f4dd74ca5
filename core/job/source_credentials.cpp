#include "core/job/source_credentials.hpp"

#include <algorithm>
#include <utility>

#include "core/text/without_credentials.hpp"

namespace pith {

std::vector<std::string> move_credentials(JobPlan& plan) {
  std::vector<std::string> problems;
  std::vector<UrlCredentials>& known = plan.fetch.credentials;
  for (JobSource& source : plan.sources) {
    if (!is_fetched(source.kind)) continue;
    auto credentials = UrlCredentials::of(source.location);
    source.location = without_credentials(source.location);
    if (!credentials || std::find(known.begin(), known.end(), *credentials) != known.end()) continue;
    const auto is_same = [&](const UrlCredentials& other) { return other.origin == credentials->origin; };
    if (std::any_of(known.begin(), known.end(), is_same)) {
      problems.push_back("two users or passwords for " + credentials->origin + ": one job has one of them");
      continue;
    }
    known.push_back(*std::move(credentials));
  }
  return problems;
}

}  // namespace pith
