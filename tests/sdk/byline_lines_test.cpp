#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/pith.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

/// A page without any markup that says something, taken in reading order.
Extraction extract(const std::string& lines) {
  Page page;
  page.url = "https://news.example/story/1";
  page.bytes =
      "<body><h1>Ferry to Gull Island runs again</h1>" + lines +
      "<p>The ferry to Gull Island runs again from Monday, eleven weeks after its engine burned out.</p>"
      "<p>The company has bought a second engine, which will lie ready in a shed at the pier.</p>";
  const Document document = Document::from(page);
  PageContext context(page, document);
  return Site{}.recipe("reading order").body_after_headline().build()->extract(context);
}

Texts first_words(const Extraction& extraction) {
  Texts words;
  for (const Block& block : extraction.articles.front().body) words.push_back(text_of(block).substr(0, 9));
  return words;
}

TEST(BylineLines, GiveAuthorsAndDatesAndGo) {
  const Extraction extraction = extract(
      "<div>By <a href='/a'>Ann Lee</a> and Bo Chan</div><div>Published: 1 August 2025</div>"
      "<div>Last updated on 2 August 2025</div>");
  ASSERT_EQ(extraction.articles.size(), 1U);
  const Article& article = extraction.articles.front();
  EXPECT_EQ(article.authors, (Texts{"Ann Lee", "Bo Chan"}));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->day, 1);
  ASSERT_TRUE(article.modified);
  EXPECT_EQ(article.modified->day, 2);
  EXPECT_EQ(first_words(extraction), (Texts{"The ferry", "The compa"}));
}

TEST(BylineLines, SentencesThatBeginSoStay) {
  EXPECT_EQ(first_words(extract("<p>By Monday all will be as it was.</p>")),
            (Texts{"By Monday", "The ferry", "The compa"}));
  EXPECT_EQ(first_words(extract("<p>Published by the council, the report fills nine volumes.</p>")),
            (Texts{"Published", "The ferry", "The compa"}));
}

}  // namespace
}  // namespace pith
