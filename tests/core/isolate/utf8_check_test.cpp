#include "core/isolate/utf8_check.hpp"

#include <string>

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(Utf8Check, TakesTextOfAllLengthsAndPlaces) {
  EXPECT_TRUE(is_utf8(""));
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      EXPECT_TRUE(is_utf8(std::string(before, 'a') + "港é\xf0\x9f\x98\x80" + std::string(after, 'b')));
    }
  }
}

/// Each wherever it may stand among eight bytes of ASCII.
TEST(Utf8Check, FindsWhatIsNone) {
  for (const std::string broken :
       {"\xff", "\x80", "\xc3", "\xe6\xb8", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      EXPECT_FALSE(is_utf8(std::string(before, 'a') + broken));
      EXPECT_FALSE(is_utf8(std::string(before, 'a') + broken + "and a long text behind it"));
    }
  }
}

}  // namespace
}  // namespace pith
