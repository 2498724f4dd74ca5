#include <gtest/gtest.h>

#include <string>

#include "hostile_pages.hpp"
#include "pith/document.hpp"
#include "tree_comparison.hpp"

namespace pith {
namespace {

// Whoever walks the document must get through it, whatever it was made of.
void walk(const Document& document) {
  std::uint32_t rows = 0;
  for (Node node = document.root(); node; node = node.following()) {
    ++rows;
    for (const Node::Attribute& attribute : node.attributes()) ASSERT_FALSE(attribute.name.empty());
    ASSERT_TRUE(!node.parent() || node.parent().contains(node));
  }
  ASSERT_EQ(rows, document.size());
  EXPECT_LE(document.root().text().size(), 4 * document.utf8().size() + 64);
}

class HostilePageTest : public testing::TestWithParam<std::size_t> {};

TEST_P(HostilePageTest, KeepsTheRulesOfTheTable) {
  const HostilePage& page = hostile_pages()[GetParam()];
  for (const std::size_t bytes : {std::size_t{7}, std::size_t{2'000}, std::size_t{100'000}}) {
    SCOPED_TRACE(std::string(page.name) + ", " + std::to_string(bytes) + " bytes");
    const Document document = Document::parse(page.make(bytes));
    EXPECT_EQ(broken_invariant(document), "");
    walk(document);
  }
}

// Where no limit is reached, withholding must not change the tree however hostile the page; where the tree is
// another one, something must have been told.
TEST_P(HostilePageTest, GivesTheTreeOfThePlainParseOrTellsWhatIsLeftOut) {
  const HostilePage& page = hostile_pages()[GetParam()];
  const Document document = Document::parse(page.make(1'500));
  if (document.notices().empty()) {
    EXPECT_EQ(difference_to_plain_parse(document, document.utf8()), "") << page.name;
  } else {
    EXPECT_FALSE(document.notices().front().text.empty()) << page.name;
  }
}

TEST_P(HostilePageTest, IsReadAsXmlToo) {
  const HostilePage& page = hostile_pages()[GetParam()];
  SCOPED_TRACE(page.name);
  const Document document = Document::parse_xml("<rss>" + page.make(20'000));
  EXPECT_EQ(broken_invariant(document), "");
  walk(document);
}

INSTANTIATE_TEST_SUITE_P(AllShapes, HostilePageTest, testing::Range(std::size_t{0}, hostile_pages().size()),
                         [](const auto& shape) {
                           std::string name;
                           for (const char c : std::string(hostile_pages()[shape.param].name)) {
                             name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
                           }
                           return name + "_" + std::to_string(shape.param);
                         });

TEST(HostilePages, AreAtLeastAHundred) {
  EXPECT_GE(hostile_pages().size(), 100U);
}

bool tells_of_a_limit(const Document& document) {
  for (const Notice& notice : document.notices()) {
    if (notice.kind == Notice::Kind::limit) return true;
  }
  return false;
}

std::string repeated(const std::string& unit, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

TEST(Limits, DepthIsCutAndContentKept) {
  Limits limits;
  limits.depth = 20;
  const Document document =
      Document::parse(repeated("<div>", 30) + "deep" + repeated("</div>", 30) + "<p>after", limits);
  EXPECT_EQ(broken_invariant(document, limits), "");
  EXPECT_EQ(document.body().text(), "deep\nafter");
  EXPECT_EQ(document.body().first_child().next().name(), "p");
  EXPECT_TRUE(tells_of_a_limit(document));
}

TEST(Limits, UnclosedParagraphsAndItemsAreNoDepth) {
  const Document document = Document::parse("<ul>" + repeated("<li>x<p>y", 3000) + "</ul><table>" +
                                            repeated("<tr><td>a<td>b", 3000) + "</table><dl>" +
                                            repeated("<dt>a<dd>b", 3000) + "</dl>");
  EXPECT_TRUE(document.notices().empty());
}

TEST(Limits, AttributesBeyondTheLimitAreLeftOut) {
  Limits limits;
  limits.attributes = 2;
  const Document document = Document::parse("<p a=1 b=2 c='>' d>x</p><br a b c />y", limits);
  const Node p = document.body().first_child();
  EXPECT_EQ(p.attributes().size(), 2U);
  EXPECT_EQ(p.attribute("b"), "2");
  EXPECT_EQ(document.body().text(), "x\ny");
  EXPECT_TRUE(tells_of_a_limit(document));
}

TEST(Limits, NodesBeyondTheLimitAreLeftOut) {
  Limits limits;
  limits.nodes = 10;
  const Document document = Document::parse(repeated("<p>x", 100), limits);
  EXPECT_EQ(document.size(), 10U);
  EXPECT_EQ(broken_invariant(document, limits), "");
  EXPECT_TRUE(tells_of_a_limit(document));
}

TEST(Limits, AParseThatIsOutOfMemoryIsTriedWithLess) {
  Limits limits;
  limits.parse_memory = std::size_t{4} << 20;
  const Document document = Document::parse(repeated("<p>some text", 20'000), limits);
  EXPECT_GT(document.size(), 100U);
  EXPECT_EQ(document.body().first_child().text(), "some text");
  EXPECT_TRUE(tells_of_a_limit(document));
}

TEST(Limits, NoMemoryAtAllStillGivesADocument) {
  Limits limits;
  limits.parse_memory = 1;
  const Document document = Document::parse("<p>x", limits);
  EXPECT_EQ(document.root().kind(), Node::Kind::document);
  EXPECT_TRUE(tells_of_a_limit(document));
}

}  // namespace
}  // namespace pith
