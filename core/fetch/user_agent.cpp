#include "core/fetch/user_agent.hpp"

#include <algorithm>

#include "pith/version.hpp"

namespace pith {
namespace {

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

}  // namespace

std::string default_user_agent() {
  return "Pith/" PITH_VERSION " (+article extraction)";
}

std::string user_agent_text(const std::string& wanted, const std::string& contact) {
  if (wanted.empty() && contact.empty()) return default_user_agent();
  if (wanted.empty()) return "Pith/" PITH_VERSION " (+article extraction; " + contact + ")";
  return contact.empty() ? wanted : wanted + " (+" + contact + ")";
}

std::string product_token(std::string_view user_agent) {
  const auto end = std::find_if_not(user_agent.begin(), user_agent.end(), is_token_character);
  return {user_agent.begin(), end};
}

}  // namespace pith
