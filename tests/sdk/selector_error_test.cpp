// What a plugin's author is told about a selector that cannot be.
#include <gtest/gtest.h>

#include <string>

#include "pith/error.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

/// What is wrong, without the selector's text; empty if nothing is.
std::string problem(const std::string& selector) {
  try {
    const Selector compiled(selector);
  } catch (const Error& error) {
    const std::string begin = "bad selector '" + selector + "': ";
    EXPECT_EQ(error.problem().substr(0, begin.size()), begin);
    return error.problem().substr(begin.size());
  }
  return {};
}

TEST(SelectorError, NamesTheSelectorTheColumnAndThePlaceOfTheCall) {
  try {
    const Selector selector(".story-body >", SourcePlace{"site.cpp", 14});
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "site.cpp:14: bad selector '.story-body >': column 13: a combinator needs a right side");
    EXPECT_EQ(error.where(), "site.cpp:14");
  }
}

TEST(SelectorError, PlaceIsTheLineThatHoldsTheText) {
  const unsigned line = __LINE__ + 2;
  try {
    const Selector selector = "p[";
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_EQ(error.where(), std::string(__FILE__) + ":" + std::to_string(line));
  }
}

TEST(SelectorError, SomethingIsMissing) {
  EXPECT_EQ(problem(""), "column 1: it is empty");
  EXPECT_EQ(problem("  "), "column 3: it is empty");
  EXPECT_EQ(problem("a,"), "column 3: a selector is missing at the end");
  EXPECT_EQ(problem("a,,b"), "column 3: a selector is missing before ','");
  EXPECT_EQ(problem(":is()"), "column 5: a selector is missing before ')'");
  EXPECT_EQ(problem("> a"), "column 1: a combinator needs a left side");
  EXPECT_EQ(problem("a > > b"), "column 3: a combinator needs a right side");
  EXPECT_EQ(problem("a ~, b"), "column 3: a combinator needs a right side");
  EXPECT_EQ(problem("div:has(> )"), "column 9: a combinator needs a right side");
  EXPECT_EQ(problem(":is(a"), "column 6: expected ')'");
  EXPECT_EQ(problem("[a"), "column 3: expected ']' or an operator (= ~= |= ^= $= *=)");
  EXPECT_EQ(problem("a."), "column 3: expected a class name");
  EXPECT_EQ(problem("#"), "column 2: expected an id");
  EXPECT_EQ(problem("a:"), "column 3: expected the name of a pseudo-class");
}

TEST(SelectorError, SomethingStandsWhereItCannot) {
  EXPECT_EQ(problem("a)"), "column 2: unexpected ')'");
  EXPECT_EQ(problem("a %"), "column 3: unexpected '%'");
  EXPECT_EQ(problem(".a*"), "column 3: unexpected '*'");
  EXPECT_EQ(problem("a || b"), "column 3: unexpected '|'");
  EXPECT_EQ(problem(std::string("a\0", 2)), "column 2: unexpected byte 0");
  EXPECT_EQ(problem("#1a"), "column 2: an id after '#' cannot begin with a digit: write [id='1...']");
  EXPECT_EQ(problem(".1a"), "column 2: expected a class name");
  EXPECT_EQ(problem("p|*"), "column 2: a prefix needs a name after '|'");
}

TEST(SelectorError, ColumnsCountCharacters) {
  EXPECT_EQ(problem(".\xC3\xA9t\xC3\xA9 %"), "column 6: unexpected '%'");
}

TEST(SelectorError, AttributeSelectorsAreChecked) {
  EXPECT_EQ(problem("[a=1]"), "column 4: expected a value (quote it if it is no identifier)");
  EXPECT_EQ(problem("[a='1]"), "column 4: a string without end");
  EXPECT_EQ(problem("[a='1\n']"), "column 4: a string without end");
  EXPECT_EQ(problem("[a=b x]"), "column 6: unknown flag 'x': 'i' and 's' exist");
  EXPECT_EQ(problem("[a!=b]"), "column 3: expected ']' or an operator (= ~= |= ^= $= *=)");
  EXPECT_EQ(problem("[=b]"), "column 2: expected an attribute name");
}

TEST(SelectorError, UnknownPseudoClassesNameTheNearest) {
  EXPECT_EQ(problem("a:frist-child"),
            "column 2: unknown pseudo-class ':frist-child' (did you mean ':first-child'?)");
  EXPECT_EQ(problem("a:contains('x')"),
            "column 2: unknown pseudo-class ':contains' (did you mean ':contains-text'?)");
  EXPECT_EQ(problem("a:xyzzy-plugh"), "column 2: unknown pseudo-class ':xyzzy-plugh'");
  EXPECT_EQ(problem("a:hover"), "column 2: ':hover' asks for a browser's state, which a page has not");
}

TEST(SelectorError, PseudoElementsAreRejected) {
  EXPECT_EQ(problem("p::first-line"), "column 2: pseudo-elements are no part of a document");
  EXPECT_EQ(problem("p:before"), "column 2: ':before' is a pseudo-element, no part of a document");
}

TEST(SelectorError, ArgumentsAreChecked) {
  EXPECT_EQ(problem("a:not"), "column 2: ':not' needs an argument in parentheses");
  EXPECT_EQ(problem("a:empty()"), "column 2: ':empty' takes no argument");
  EXPECT_EQ(problem("a:contains-text(x)"), "column 17: expected words in quotes");
  EXPECT_EQ(problem("a:contains-text(' ')"), "column 17: expected words in quotes");
  EXPECT_EQ(problem("a:nth-child(x)"), "column 13: expected a number, 'odd', 'even' or an+b");
  EXPECT_EQ(problem("a:nth-child(2n+)"), "column 16: expected a number");
  EXPECT_EQ(problem("a:nth-child(2 off b)"), "column 15: expected 'of' or ')'");
  EXPECT_EQ(problem("a:nth-of-type(2 of b)"), "column 17: expected ')'");
  EXPECT_EQ(problem("a:has(:is(b:has(c)))"), "column 12: ':has' cannot stand inside ':has'");
}

// Selectors 4, section 4.2 would forgive a bad member of :is and :where; an author is told instead.
TEST(SelectorError, NothingIsForgiven) {
  EXPECT_EQ(problem(":is(a, b:xyzzy)"), "column 9: unknown pseudo-class ':xyzzy'");
  EXPECT_EQ(problem(":where(a,)"), "column 10: a selector is missing before ')'");
  EXPECT_EQ(problem("a /* never ends"), "column 3: a comment without end");
}

std::string repeated(const char* part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(SelectorError, LengthNestingAndPartsHaveLimits) {
  EXPECT_EQ(problem(repeated(":is(", 15) + "a" + repeated(")", 15)), "");
  EXPECT_EQ(problem(repeated(":is(", 16) + "a" + repeated(")", 16)), "column 65: nested more than 16 deep");
  EXPECT_EQ(problem(repeated("a ", 64)), "");
  EXPECT_EQ(problem(repeated("a ", 65)), "column 130: more than 64 parts joined by combinators");
  EXPECT_THROW(Selector(repeated("a", 8193)), Error);
  EXPECT_NO_THROW(Selector(repeated("a", 8192)));
}

TEST(SelectorError, LongSelectorsAreQuotedInPart) {
  try {
    const Selector selector(repeated("\xC3\xA9", 5000));
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_LT(error.problem().size(), 400U);
    EXPECT_NE(error.problem().find("...': column 1: longer than 8192 bytes"), std::string::npos);
  }
}

}  // namespace
}  // namespace pith
