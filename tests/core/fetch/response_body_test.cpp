#include "core/fetch/response_body.hpp"

#include <gtest/gtest.h>

#include "tests/support/gzip_bytes.hpp"

namespace pith {
namespace {

const ResponseHeaders::Fields gzip{{"Content-Encoding", "gzip"}};
constexpr std::size_t mib = std::size_t{1} << 20;

ResponseBody begun(const ResponseHeaders::Fields& headers, BodyLimits limits) {
  ResponseBody body(limits);
  body.begin(headers);
  return body;
}

TEST(ResponseBody, HoldsNoMoreThanCameBeforeItsEnd) {
  const std::string packed = gzip_bytes(std::string(3 * mib, 'a'));
  ResponseBody body = begun(gzip, {16 * mib, 0});
  EXPECT_TRUE(body.take(packed));
  EXPECT_EQ(body.bytes(), packed);
  EXPECT_LT(body.bytes().capacity(), 10'000U);
  body.unpack(gzip);
  EXPECT_EQ(body.bytes().size(), 3 * mib);
  EXPECT_FALSE(body.problem());
}

TEST(ResponseBody, CutsWhatIsTooLong) {
  ResponseBody plain = begun({}, {10, 0});
  EXPECT_EQ(plain.most(), 10U);
  EXPECT_TRUE(plain.take("0123456789"));
  EXPECT_FALSE(plain.is_ended());
  EXPECT_FALSE(plain.take("a"));
  EXPECT_EQ(plain.bytes(), "0123456789");

  ResponseBody packed = begun(gzip, {10, 0});
  EXPECT_TRUE(packed.take(gzip_bytes("0123456789ab")));
  packed.unpack(gzip);
  EXPECT_EQ(packed.bytes(), "0123456789");
  EXPECT_FALSE(packed.problem());
}

// gzip members of nothing, one after another, give nothing and have no end.
TEST(ResponseBody, TakesNoMoreThanItMayOfWhatGivesNothing) {
  const std::string nothing = gzip_bytes("");
  ResponseBody body = begun(gzip, {10, 0});
  EXPECT_EQ(body.most(), 10 + mib);
  std::size_t taken = 0;
  while (body.take(nothing) && taken < 2 * mib) taken += nothing.size();
  EXPECT_TRUE(body.is_ended());
  EXPECT_EQ(body.bytes().size(), 10 + mib);
  body.unpack(gzip);
  EXPECT_EQ(body.bytes(), "");
  EXPECT_FALSE(body.problem());
}

TEST(ResponseBody, SaysWhatIsWrongWithIt) {
  const std::string packed = gzip_bytes(std::string(3 * mib, 'a'));
  const auto outcome = [](std::string_view bytes, std::size_t ratio) {
    ResponseBody body = begun(gzip, {16 * mib, ratio});
    body.take(bytes);
    body.unpack(gzip);
    return body.problem() ? body.problem()->outcome : "";
  };
  EXPECT_EQ(outcome(packed, 200), "bomb");
  EXPECT_EQ(outcome(packed, 2'000), "");
  EXPECT_EQ(outcome(packed.substr(0, packed.size() - 1), 0), "truncated");
  EXPECT_EQ(outcome("<p>plain", 0), "encoding");
}

}  // namespace
}  // namespace pith
