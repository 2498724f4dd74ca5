#include "core/fetch/fetch_policy.hpp"

#include <utility>

namespace pith {

FetchPolicy policy_of_own_hosts(FetchPolicy policy) {
  policy.robots = false;
  policy.delay = std::chrono::milliseconds(0);
  policy.delay_factor = 0;
  policy.per_host = policy.concurrency;
  return policy;
}

}  // namespace pith
