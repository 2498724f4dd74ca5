#include "core/export/atom_time.hpp"

#include <gtest/gtest.h>

#include "core/render/rfc3339.hpp"

namespace pith {
namespace {

std::string said(const char* time) {
  return atom_time(*read_rfc3339(time)).value_or("nothing");
}

// RFC 4287, section 3.3: date-time of RFC 3339, with an upper-case T and a zone.
TEST(AtomTime, HasAlwaysATimeOfDayAndAZone) {
  EXPECT_EQ(said("2025-08-01T12:30:00+08:00"), "2025-08-01T12:30:00+08:00");
  EXPECT_EQ(said("2025-08-01T12:30:00Z"), "2025-08-01T12:30:00Z");
  EXPECT_EQ(said("2025-08-01T12:30:00"), "2025-08-01T12:30:00Z");
  EXPECT_EQ(said("2025-08-01"), "2025-08-01T00:00:00Z");
}

TEST(AtomTime, WhatRfc3339HasNoFormForIsSaidInUtc) {
  EXPECT_EQ(said("2025-08-01T24:00:00Z"), "2025-08-02T00:00:00Z");
  EXPECT_EQ(said("2025-08-03T00:00:00+48:00"), "2025-08-01T00:00:00Z");
}

TEST(AtomTime, WhatNoFeedCanHoldIsNothing) {
  EXPECT_EQ(said("12025-08-01"), "nothing");
  EXPECT_EQ(said("-044-03-15"), "nothing");
  EXPECT_EQ(atom_time(DateTime()), std::nullopt);
  EXPECT_EQ(said("0001-01-01T00:00:00+30:00"), "nothing") << "in the year 0 in UTC";
}

}  // namespace
}  // namespace pith
