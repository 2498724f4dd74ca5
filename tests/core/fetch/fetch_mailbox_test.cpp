#include "core/fetch/fetch_mailbox.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(FetchMailbox, AfterABreakDownNobodyWaitsForWhatNeverComes) {
  FetchMailbox mailbox(8, [] {});
  for (std::uint64_t id = 1; id <= 3; ++id) mailbox.submit({id, "http://example.com/", "", "", 0});
  EXPECT_EQ(mailbox.take_requests().size(), 3U);
  mailbox.deliver({});
  EXPECT_EQ(mailbox.problem(), "");
  mailbox.break_down("no memory");
  EXPECT_EQ(mailbox.problem(), "no memory");
  EXPECT_TRUE(mailbox.wait(std::chrono::minutes(1))) << "what has come can be collected";
  EXPECT_FALSE(mailbox.wait(std::chrono::minutes(1))) << "at once";
  EXPECT_EQ(mailbox.pending(), 0U);
  mailbox.finish();
  mailbox.submit({4, "http://example.com/", "", "", 0});
  EXPECT_EQ(mailbox.pending(), 0U);
}

}  // namespace
}  // namespace pith
