#include "pith/language_tag.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

// RFC 5646, section 2.1.1: the customary case of each part.
TEST(LanguageTag, GivesEachPartItsCustomaryCase) {
  EXPECT_EQ(language_tag("en_US"), "en-US");
  EXPECT_EQ(language_tag("zh-hant-hk"), "zh-Hant-HK");
  EXPECT_EQ(language_tag("ES-419"), "es-419");
  EXPECT_EQ(language_tag("de"), "de");
}

TEST(LanguageTag, TakesTheFirstOfSeveralAndNoCharset) {
  EXPECT_EQ(language_tag("pt_BR.UTF-8"), "pt-BR");
  EXPECT_EQ(language_tag("en, fr"), "en");
}

TEST(LanguageTag, HasNoAnswerForWhatIsNoTag) {
  EXPECT_EQ(language_tag("English"), "");
  EXPECT_EQ(language_tag("x-default"), "");
  EXPECT_EQ(language_tag(""), "");
  EXPECT_EQ(language_tag("12"), "");
}

}  // namespace
}  // namespace pith
