#pragma once

#include <string>
#include <string_view>

namespace pith {

/// What Pith calls itself: "Pith/<version> (+article extraction)".
std::string default_user_agent();

/// The User-Agent to send: `wanted`, or the default if that is empty, with whom to ask about it
/// (RFC 9110, section 10.1.5: a robot should say how its operator is reached).
std::string user_agent_text(const std::string& wanted, const std::string& contact);

/// The name that robots.txt knows it by: letters, '-' and '_' from the start of a User-Agent (RFC 9309,
/// section 2.2.1); empty if it begins otherwise.
std::string product_token(std::string_view user_agent);

}  // namespace pith
