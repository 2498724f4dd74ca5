#include "pith/error.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(Error, PutsThePlaceFirstAndTheRemedyLast) {
  EXPECT_STREQ(Error("no such file", "page.html", "check the path").what(),
               "page.html: no such file: check the path");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
  EXPECT_STREQ(Error("no such file").what(), "no such file");
}

}  // namespace
}  // namespace pith
