#pragma once

#include "core/fetch/fetch_policy.hpp"

namespace pith {

/// Throws Error, with the name of the member as the place, if a policy's values cannot be used: counts of
/// nothing, times below none, a header that is none. Proxy and addresses are checked by whoever reads them.
void check_policy(const FetchPolicy& policy);

}  // namespace pith
