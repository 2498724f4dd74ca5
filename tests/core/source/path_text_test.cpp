#include "core/source/path_text.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pith {
namespace {

TEST(PathText, KeepsOrdinaryPaths) {
  EXPECT_EQ(path_text("pages/100% true/caf\xc3\xa9.html"), "pages/100% true/caf\xc3\xa9.html");
}

TEST(PathText, EncodesWhatIsNoLineOfText) {
  EXPECT_EQ(path_text("a\nb\xff.html"), "a%0Ab%FF.html");
  EXPECT_EQ(path_text("a%0Ab"), "a%250Ab") << "which would else be the same as with a line feed";
}

TEST(PathText, EveryPathComesBackAndNoTwoAreOne) {
  std::set<std::string> texts;
  for (const std::string path :
       {"a\nb", "a%0Ab", "a%250Ab", "a%", "%", "%%41", "\xff%", "\xc3%a9", "\xc3\xa9"}) {
    EXPECT_EQ(path_from_text(path_text(path)), path);
    EXPECT_TRUE(texts.insert(path_text(path)).second) << path;
  }
}

}  // namespace
}  // namespace pith
