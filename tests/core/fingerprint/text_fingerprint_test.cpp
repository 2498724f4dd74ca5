#include "core/fingerprint/text_fingerprint.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

/// Words from `first` to before `end`, each of them different.
std::string words(int first, int end) {
  std::string text;
  for (int i = first; i < end; ++i) text += "word" + std::to_string(i) + ' ';
  return text;
}

double similarity(const std::string& a, const std::string& b) {
  return fingerprint_similarity(text_fingerprint(a), text_fingerprint(b));
}

TEST(TextFingerprint, OfTheSameWordsIsTheSame) {
  const auto sketch = text_fingerprint(words(0, 100));
  EXPECT_EQ(sketch.size(), fingerprint_size);
  EXPECT_EQ(sketch, text_fingerprint("  " + words(0, 100) + "."));
  EXPECT_EQ(similarity(words(0, 100), words(0, 100)), 1.0);
}

TEST(TextFingerprint, OfAShortTextIsEmpty) {
  EXPECT_TRUE(text_fingerprint("").empty());
  EXPECT_TRUE(text_fingerprint(words(0, 39)).empty());
  EXPECT_FALSE(text_fingerprint(words(0, 40)).empty());
  EXPECT_EQ(similarity("too short", "too short"), 0.0);
}

/// The estimate is the Jaccard similarity up to the standard deviation of 128 trials, of which four are
/// allowed: sets of 998 shingles that share 998 - `shift` of them.
TEST(TextFingerprint, EstimatesTheShareOfCommonShingles) {
  for (const int shift : {50, 150, 300, 500, 700, 900}) {
    const double expected = (998.0 - shift) / (998.0 + shift);
    double sum = 0;
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
      const int first = round * 10'000;
      const double estimate =
          similarity(words(first, first + 1000), words(first + shift, first + 1000 + shift));
      EXPECT_NEAR(estimate, expected, 4 * 0.0442);
      sum += estimate;
    }
    EXPECT_NEAR(sum / rounds, expected, 0.04);
  }
}

TEST(TextFingerprint, OfDifferentTextsHasNothingInCommon) {
  EXPECT_LT(similarity(words(0, 1000), words(1000, 2000)), 0.03);
}

/// Sketches are kept in stores: another algorithm would make those of old stores useless without notice. The
/// numbers are those of the definition, worked out apart from this code with integers of any length.
TEST(TextFingerprint, DoesNotChange) {
  const auto sketch = text_fingerprint(words(0, 40));
  ASSERT_EQ(sketch.size(), 128U);
  EXPECT_EQ(sketch[0], 7435352U);
  EXPECT_EQ(sketch[1], 79588187U);
  EXPECT_EQ(sketch[127], 74178568U);
}

}  // namespace
}  // namespace pith
