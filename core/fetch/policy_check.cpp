#include "core/fetch/policy_check.hpp"

#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/fetch/user_agent.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

void require(bool holds, const char* member, const std::string& problem, const std::string& remedy) {
  if (!holds) throw Error(problem, member, remedy);
}

void require_count(std::size_t count, const char* member) {
  require(count > 0, member, "must not be 0", "leave it out for the default");
}

void require_time(std::chrono::milliseconds time, std::chrono::milliseconds least, const char* member) {
  constexpr std::chrono::hours most{24 * 30};
  require(time >= least && time <= most, member, std::to_string(time.count()) + " ms is no such time",
          "from " + std::to_string(least.count()) + " ms to 30 days are");
}

void require_times(const FetchPolicy& policy) {
  constexpr std::chrono::milliseconds none{0};
  constexpr std::chrono::milliseconds some{1};
  require_time(policy.delay, none, "delay");
  require_time(policy.longest_delay, none, "longest_delay");
  require_time(policy.first_backoff, none, "first_backoff");
  require_time(policy.longest_backoff, none, "longest_backoff");
  require_time(policy.longest_wait, none, "longest_wait");
  require_time(policy.connect_timeout, some, "connect_timeout");
  require_time(policy.total_timeout, some, "total_timeout");
  require_time(policy.stall_timeout, some, "stall_timeout");
}

/// Anything that would end a header line and begin another.
bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7F'; });
}

/// RFC 9110, section 5.6.2.
bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return c > ' ' && c < '\x7F' && std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
  });
}

}  // namespace

std::string header_problem(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return "write \"Name: value\"";
  if (has_control(line)) return "control characters and line ends cannot be in one";
  if (!is_token(line.substr(0, colon))) return "a name is of letters, digits and some signs, without spaces";
  return {};
}

std::string user_agent_problem(const std::string& user_agent, const std::string& contact) {
  const std::string agent = user_agent_text(user_agent, contact);
  if (has_control(agent)) return "control characters and line ends cannot be in it";
  if (product_token(agent).empty()) return "begin with a name: letters, '-' and '_'";
  return {};
}

void check_policy(const FetchPolicy& policy) {
  require_count(policy.concurrency, "concurrency");
  require_count(policy.per_host, "per_host");
  require_count(policy.tries, "tries");
  require_count(policy.bytes, "bytes");
  require_count(policy.bytes_under_way, "bytes_under_way");
  require_count(policy.compression_ratio, "compression_ratio");
  require_count(policy.most_uncollected, "most_uncollected");
  require(policy.redirects >= 0, "redirects", "must not be below 0", "0 follows none");
  require(policy.delay_factor >= 0 && policy.delay_factor <= 1'000, "delay_factor", "must be from 0 to 1000",
          "2 is the default");
  require_times(policy);
  const std::string agent_problem = user_agent_problem(policy.user_agent, policy.contact);
  require(agent_problem.empty(), "user_agent",
          "'" + user_agent_text(policy.user_agent, policy.contact) + "' cannot be sent as a user agent",
          agent_problem);
  require(policy.netrc.empty() || ::access(policy.netrc.c_str(), R_OK) == 0, "netrc",
          "'" + policy.netrc + "' cannot be read",
          "name a file with lines 'machine HOST login USER password WORD'");
  for (std::size_t i = 0; i < policy.headers.size(); ++i) {
    // Not quoted: a line that is none may be a password all the same.
    const std::string problem = header_problem(policy.headers[i]);
    require(problem.empty(), "headers", "line " + std::to_string(i + 1) + " is no header", problem);
  }
}

}  // namespace pith
