#include "core/archive/payload_digest.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

/// The digests of "abc" are those of the standards' examples (FIPS 180-4, RFC 1321); Base32 by RFC 4648.
TEST(PayloadDigest, KnowsTheAlgorithmsOfArchives) {
  for (const char* digest :
       {"sha1:A9993E364706816ABA3E25717850C26C9CD0D89D", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
        "SHA-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "md5:900150983cd24fb0d6963f7d28e17f72"})
    EXPECT_EQ(has_digest("abc", digest), true) << digest;
}

TEST(PayloadDigest, TellsOtherBytes) {
  EXPECT_EQ(has_digest("abd", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"), false);
  EXPECT_EQ(has_digest("abc", "sha1:"), false);
}

TEST(PayloadDigest, DoesNotKnowOthers) {
  for (const char* digest : {"", "sha1", "crc32:352441c2"}) EXPECT_FALSE(has_digest("abc", digest)) << digest;
}

}  // namespace
}  // namespace pith
