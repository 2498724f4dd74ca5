// No shape of page makes a selector's cost grow faster than the page. The bounds on time are wide: what is
// quadratic here takes minutes.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "pith/document.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int many = 100'000;

std::string repeated(const std::string& part, int times) {
  std::string text;
  text.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

/// A hundred thousand siblings, none of which is what the selectors look for to their left.
const Document& wide() {
  static const Document page =
      Document::parse("<main>" + repeated("<i class=k></i><b></b>", many / 2) + "<u></u></main>");
  return page;
}

/// Chains of elements as deep as a document may be, side by side.
const Document& deep() {
  static const Document page =
      Document::parse(repeated(repeated("<div class=k>", 400) + repeated("</div>", 400), many / 400));
  return page;
}

std::size_t count(const Document& page, const char* selector) {
  const auto begin = Clock::now();
  const std::size_t found = page.select(selector).size();
  EXPECT_LT(std::chrono::duration<double>(Clock::now() - begin).count(), 5.0) << selector;
  return found;
}

TEST(SelectorCost, SiblingsThatFailAreNotTriedAgain) {
  EXPECT_EQ(count(wide(), "s ~ i ~ b"), 0U);
  EXPECT_EQ(count(wide(), "i ~ b ~ i ~ b ~ s"), 0U);
  EXPECT_EQ(count(wide(), "i ~ b ~ u"), 1U);
  EXPECT_EQ(count(wide(), "i:not(s ~ *)"), static_cast<std::size_t>(many / 2));
}

TEST(SelectorCost, HasOfSiblingsIsOnePass) {
  EXPECT_EQ(count(wide(), "i:has(~ s)"), 0U);
  EXPECT_EQ(count(wide(), "i:has(~ u)"), static_cast<std::size_t>(many / 2));
  EXPECT_EQ(count(wide(), "i:has(~ b ~ i ~ s, + s)"), 0U);
}

TEST(SelectorCost, PositionsAreCountedOnce) {
  EXPECT_EQ(count(wide(), "main > :nth-last-child(1000n)"), 100U);
  EXPECT_EQ(count(wide(), "i:nth-of-type(1000n)"), 50U);
  EXPECT_EQ(count(wide(), ":nth-child(1000n of .k)"), 50U);
  EXPECT_EQ(count(wide(), "main > :only-of-type"), 1U);
}

TEST(SelectorCost, AncestorsThatFailAreNotTriedAgain) {
  const auto all = static_cast<std::size_t>(many);
  EXPECT_EQ(count(deep(), "s div div div div div"), 0U);
  EXPECT_EQ(count(deep(), ".k .k .k .k .k .k .k .k"), all - 7 * (all / 400));
  EXPECT_EQ(count(deep(), ":is(:is(:is(s .k, s) .k, s) .k, s) .k"), 0U);
  EXPECT_EQ(count(deep(), ".k > .k .k > .k .k + .k"), 0U);
}

TEST(SelectorCost, HasAndWordsOfDeepTreesAreOnePass) {
  EXPECT_EQ(count(deep(), "div:has(s)"), 0U);
  EXPECT_EQ(count(deep(), "div:has(.k .k .k > s)"), 0U);
  EXPECT_EQ(count(deep(), "div:contains-text('none')"), 0U);
}

TEST(SelectorCost, AskingOneElementAfterTheOtherCostsNoWholePage) {
  const auto begin = Clock::now();
  const Selector with_positions = "i:nth-child(1):not(:has(s)):not(:contains-text('x'))";
  std::size_t found = 0;
  for (Node at = wide().find("i"); at; at = at.next_element()) found += at.matches(with_positions) ? 1 : 0;
  EXPECT_EQ(found, 1U);
  EXPECT_LT(std::chrono::duration<double>(Clock::now() - begin).count(), 5.0);
}

}  // namespace
}  // namespace pith
