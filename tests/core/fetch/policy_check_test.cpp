#include "core/fetch/policy_check.hpp"

#include <gtest/gtest.h>

#include "core/fetch/user_agent.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

TEST(PolicyCheck, NamesTheMemberThatIsWrong) {
  EXPECT_NO_THROW(check_policy({}));
  const auto problem = [](auto change) {
    FetchPolicy policy;
    change(policy);
    return error_of([&] { check_policy(policy); });
  };
  EXPECT_EQ(problem([](FetchPolicy& p) { p.per_host = 0; }),
            "per_host: must not be 0: leave it out for the default");
  EXPECT_EQ(problem([](FetchPolicy& p) { p.delay = std::chrono::milliseconds(-1); }),
            "delay: -1 ms is no such time: from 0 ms to 30 days are");
  EXPECT_EQ(problem([](FetchPolicy& p) { p.headers = {"A: b\r\nHost: c"}; }).substr(0, 8), "headers:");
  EXPECT_EQ(problem([](FetchPolicy& p) { p.headers = {"no header"}; }),
            "headers: line 1 is no header: write \"Name: value\"");
  EXPECT_EQ(problem([](FetchPolicy& p) { p.user_agent = "007"; }),
            "user_agent: '007' cannot be sent as a user agent: begin with a name: letters, '-' and '_'");
}

TEST(UserAgent, NamesPithAndWhomToAsk) {
  EXPECT_EQ(user_agent_text("", "").substr(0, 5), "Pith/");
  EXPECT_TRUE(user_agent_text("", "").ends_with(" (+article extraction)"));
  EXPECT_TRUE(user_agent_text("", "a@b.example").ends_with(" (+article extraction; a@b.example)"));
  EXPECT_EQ(user_agent_text("My-Bot/2", "https://b.example/"), "My-Bot/2 (+https://b.example/)");
  EXPECT_EQ(product_token("My-Bot/2 (x)"), "My-Bot");
}

}  // namespace
}  // namespace pith
