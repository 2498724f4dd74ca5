#include "core/input/base64.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

// The test vectors of RFC 4648, section 10.
TEST(Base64, DecodesTheVectorsOfTheRfc) {
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("Zg=="), "f");
  EXPECT_EQ(decode_base64("Zm8="), "fo");
  EXPECT_EQ(decode_base64("Zm9v"), "foo");
  EXPECT_EQ(decode_base64("Zm9vYg=="), "foob");
  EXPECT_EQ(decode_base64("Zm9vYmE="), "fooba");
  EXPECT_EQ(decode_base64("Zm9vYmFy"), "foobar");
}

TEST(Base64, KeepsEveryByte) {
  EXPECT_EQ(decode_base64("AP/+gA=="), std::string("\x00\xff\xfe\x80", 4));
}

TEST(Base64, PassesOverWhiteSpaceAndAllowsMissingPadding) {
  EXPECT_EQ(decode_base64("Zm9v\r\nYmE"), "fooba");
}

TEST(Base64, RefusesWhatIsNotBase64) {
  EXPECT_EQ(decode_base64("Zm9v!"), std::nullopt);
  EXPECT_EQ(decode_base64("Zm9vY"), std::nullopt);     // one letter of a group stands for no byte
  EXPECT_EQ(decode_base64("Zg==Zg=="), std::nullopt);  // nothing may follow the padding
  EXPECT_EQ(decode_base64("Zm9v="), std::nullopt);
  EXPECT_EQ(decode_base64("Zm-_"), std::nullopt);  // the other alphabet, section 5
}

}  // namespace
}  // namespace pith
