#include "core/batch/lone_surrogates.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(LoneSurrogates, BecomeReplacementCharacters) {
  EXPECT_EQ(without_lone_surrogates(R"("cut \ud83d")"), R"("cut \ufffd")");
  EXPECT_EQ(without_lone_surrogates(R"("\uDE00 and \uD83D\uD83D")"), R"("\ufffd and \ufffd\ufffd")");
  EXPECT_EQ(without_lone_surrogates(R"("\ud83d\ud83d\ude00")"), R"("\ufffd\ud83d\ude00")")
      << "a pair behind it";
}

TEST(LoneSurrogates, LeaveATextWithoutThemAlone) {
  EXPECT_EQ(without_lone_surrogates(""), std::nullopt);
  EXPECT_EQ(without_lone_surrogates(R"("\ud83d\ude00 \u00e9 \n")"), std::nullopt);
  EXPECT_EQ(without_lone_surrogates(R"("\\ud83d")"), std::nullopt) << "an escaped backslash, then letters";
  EXPECT_EQ(without_lone_surrogates(R"("\ud8)"), std::nullopt) << "a text that breaks off";
  EXPECT_EQ(without_lone_surrogates("\"\\"), std::nullopt);
  EXPECT_EQ(without_lone_surrogates(R"("\ud83g")"), std::nullopt) << "no escape of JSON";
}

}  // namespace
}  // namespace pith
