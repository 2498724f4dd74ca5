#include "core/text/nearest_name.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(EditDistance, CountsInsertedDeletedReplacedAndSwappedLetters) {
  EXPECT_EQ(edit_distance("scmp", "scmp"), 0U);
  EXPECT_EQ(edit_distance("scp", "scmp"), 1U);
  EXPECT_EQ(edit_distance("sccmp", "scmp"), 1U);
  EXPECT_EQ(edit_distance("scnp", "scmp"), 1U);
  EXPECT_EQ(edit_distance("smcp", "scmp"), 1U);
  EXPECT_EQ(edit_distance("", "feed"), 4U);
}

TEST(NearestName, IsTheOneThatWasMeant) {
  EXPECT_EQ(nearest_name("smcp", {"feed", "scmp", "wpblog"}), "scmp");
  EXPECT_EQ(nearest_name("fed", {"feed", "scmp"}), "feed");
}

TEST(NearestName, IsEmptyWhenNothingIsNear) {
  EXPECT_EQ(nearest_name("bbc", {"feed", "scmp"}), "");
  EXPECT_EQ(nearest_name("", {"a"}), "");
}

TEST(NearestName, PassesOverGivenTextThatIsNoName) {
  EXPECT_EQ(nearest_name(std::string(100'000, 'a'), {std::string(100'000, 'a')}), "");
}

}  // namespace
}  // namespace pith
