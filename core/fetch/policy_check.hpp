#pragma once

#include <string>
#include <string_view>

#include "core/fetch/fetch_policy.hpp"

namespace pith {

/// Throws Error, with the name of the member as the place, if a policy's values cannot be used: counts of
/// nothing, times below none, a header that is none. Proxy and addresses are checked by whoever reads them.
void check_policy(const FetchPolicy& policy);

/// Why a line cannot be sent as a header (RFC 9110, section 5: a token, a colon, a value without control
/// characters); empty if it can.
std::string header_problem(std::string_view line);
/// The same of a user agent and whom to ask about it (user_agent.hpp): it needs a name for robots.txt.
std::string user_agent_problem(const std::string& user_agent, const std::string& contact);

}  // namespace pith
