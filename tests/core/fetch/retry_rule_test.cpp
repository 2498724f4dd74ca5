#include "core/fetch/retry_rule.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "core/fetch/backoff.hpp"
#include "core/fetch/curl_problem.hpp"
#include "core/fetch/retry_after.hpp"

namespace pith {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(RetryRule, TriesAgainOnlyWhatMaySucceed) {
  for (const int status : {408, 425, 429, 500, 502, 503, 504, 522})
    EXPECT_TRUE(may_succeed_later(status)) << status;
  for (const int status : {200, 301, 304, 400, 401, 403, 404, 407, 410, 451, 501, 505, 511}) {
    EXPECT_FALSE(may_succeed_later(status)) << status;
  }
}

TEST(RetryRule, TellsPassingTroubleFromLasting) {
  const auto again = [](CURLcode code) { return curl_problem(code, "a.example", seconds(1), "").again; };
  for (const CURLcode code :
       {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
        CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM}) {
    EXPECT_TRUE(again(code)) << curl_easy_strerror(code);
  }
  for (const CURLcode code : {CURLE_URL_MALFORMAT, CURLE_PEER_FAILED_VERIFICATION, CURLE_UNSUPPORTED_PROTOCOL,
                              CURLE_TOO_MANY_REDIRECTS}) {
    EXPECT_FALSE(again(code)) << curl_easy_strerror(code);
  }
}

TEST(Backoff, IsRandomBelowABoundThatDoublesUpToTheLongest) {
  FetchPolicy policy;
  policy.first_backoff = milliseconds(100);
  policy.longest_backoff = milliseconds(1'000);
  Backoff backoff(policy, 1);
  const auto greatest = [&](std::uint32_t tries) {
    milliseconds most{0};
    for (int i = 0; i < 2'000; ++i) most = std::max(most, backoff.after(tries));
    return most.count();
  };
  // Of 2,000 even draws one lies in the uppermost twentieth but for one time in 10^44.
  const std::pair<std::uint32_t, long> bounds[] = {{1, 100}, {2, 200},   {3, 400},
                                                   {4, 800}, {5, 1'000}, {90, 1'000}};
  for (const auto& [tries, bound] : bounds) {
    const long most = greatest(tries);
    EXPECT_LE(most, bound) << tries;
    EXPECT_GT(most, bound * 19 / 20) << tries;
  }
}

// RFC 9110, section 10.2.3, and section 5.6.7 for the forms of dates.
TEST(RetryAfter, UnderstandsSecondsAndDates) {
  const std::int64_t now = 784'111'717'000;  // 6 November 1994, 08:48:37 UTC
  EXPECT_EQ(retry_after("120", now), seconds(120));
  EXPECT_EQ(retry_after("0", now), seconds(0));
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", now), seconds(60));
  EXPECT_EQ(retry_after("Sunday, 06-Nov-94 08:49:37 GMT", now), seconds(60));
  EXPECT_EQ(retry_after("Sun Nov  6 08:49:37 1994", now), seconds(60));
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:40:00 GMT", now), seconds(0)) << "past";
}

TEST(RetryAfter, BoundsWhatIsAskedFor) {
  EXPECT_EQ(retry_after("99999999999999999999999999", 0), seconds(30 * 86'400));
  EXPECT_EQ(retry_after("Fri, 31 Dec 9999 23:59:59 GMT", 0), seconds(30 * 86'400));
}

TEST(RetryAfter, IgnoresWhatSaysNothing) {
  for (const char* value : {"", "soon", "-5", "1.5", "12 parsecs"}) {
    EXPECT_EQ(retry_after(value, 0), std::nullopt) << value;
  }
}

}  // namespace
}  // namespace pith
