#include "pith/body_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read_page.hpp"

namespace pith {
namespace {

std::vector<BlockType> types(const std::vector<Block>& blocks) {
  std::vector<BlockType> types;
  for (const Block& block : blocks) types.push_back(block.type);
  return types;
}

using enum BlockType;

TEST(BodyReader, ReadsParagraphsHeadingsAndLists) {
  const ReadPage page("<h2>One</h2><p>Two  words</p><ul><li>three<li>four</ul>");
  ASSERT_EQ(types(page.blocks), (std::vector{heading, paragraph, list}));
  EXPECT_EQ(page.blocks[0].level, 2);
  EXPECT_EQ(text_of(page.blocks[1]), "Two words");
  ASSERT_EQ(page.blocks[2].items.size(), 2u);
  EXPECT_EQ(text_of(page.blocks[2].items[1].blocks), "four");
}

TEST(BodyReader, TakesTextBetweenBlocksForParagraphs) {
  const ReadPage page("<div>before<p>inside</p>after <b>it</b></div>");
  EXPECT_EQ(text_of(page.blocks), "before\ninside\nafter it");
}

TEST(BodyReader, TakesOneLineBreakForSpaceAndTwoForAParagraph) {
  const ReadPage page("<div>one<br>two<br> <br>three</div>");
  EXPECT_EQ(text_of(page.blocks), "one two\nthree");
}

TEST(BodyReader, KeepsLinksAndEmphasisAsSpans) {
  const ReadPage page("<p>See <a href='/b'>the <i>other</i></a> page.</p>");
  ASSERT_EQ(page.blocks.size(), 1u);
  const std::vector<Span>& spans = page.blocks[0].spans;
  EXPECT_EQ(text_of(spans), "See the other page.");
  ASSERT_EQ(spans.size(), 5u);
  EXPECT_EQ(spans[1].text, "the");
  EXPECT_EQ(spans[1].href, "https://news.example/b");
  EXPECT_EQ(spans[3].text, "other");
  EXPECT_TRUE(spans[3].emphasis);
}

TEST(BodyReader, DropsLinksThatAreNotSafe) {
  const ReadPage page("<p><a href='javascript:alert(1)'>press</a></p>");
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].spans, (std::vector<Span>{{.text = "press"}}));
}

TEST(BodyReader, NestsListsInItems) {
  const ReadPage page("<ol start=3><li>a<ul><li>b</ul><li>c</ol>");
  ASSERT_EQ(types(page.blocks), std::vector{list});
  EXPECT_TRUE(page.blocks[0].ordered);
  EXPECT_EQ(page.blocks[0].start, 3);
  ASSERT_EQ(page.blocks[0].items.size(), 2u);
  EXPECT_EQ(types(page.blocks[0].items[0].blocks), (std::vector{paragraph, list}));
}

TEST(BodyReader, ReadsFiguresWithCaptionAndCredit) {
  const ReadPage page(
      "<figure><img src=/x.jpg width=640 height=480 alt=Harbour>"
      "<figcaption>A harbour at dawn. <span class=photo-credit>Jane Doe</span></figcaption></figure>");
  ASSERT_EQ(types(page.blocks), std::vector{figure});
  ASSERT_EQ(page.blocks[0].images.size(), 1u);
  EXPECT_EQ(page.blocks[0].images[0].url, "https://news.example/x.jpg");
  EXPECT_EQ(page.blocks[0].images[0].alt, "Harbour");
  EXPECT_EQ(text_of(page.blocks[0].spans), "A harbour at dawn.");
  EXPECT_EQ(page.blocks[0].credit, "Jane Doe");
}

TEST(BodyReader, PutsAPictureInsideAParagraphAfterIt) {
  const ReadPage page("<p>one <img src=x.jpg> two</p>");
  EXPECT_EQ(types(page.blocks), (std::vector{paragraph, figure}));
  EXPECT_EQ(text_of(page.blocks[0]), "one two");
}

TEST(BodyReader, LeavesOutIconsAndTrackingPixels) {
  EXPECT_TRUE(ReadPage("<p><img src=t.gif width=1 height=1></p>").blocks.empty());
}

TEST(BodyReader, TakesTheAddressOfALazyPicture) {
  const ReadPage page("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/lazy.jpg'>");
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].images[0].url, "https://news.example/lazy.jpg");
}

TEST(BodyReader, KeepsDataTablesAndFlattensLayoutTables) {
  const ReadPage data("<table><tr><th>City<th>People<tr><td>Aa<td>12</table>");
  ASSERT_EQ(types(data.blocks), std::vector{table});
  ASSERT_EQ(data.blocks[0].rows.size(), 2u);
  EXPECT_TRUE(data.blocks[0].rows[0].cells[0].header);
  EXPECT_EQ(text_of(data.blocks[0].rows[1].cells[1].spans), "12");

  const ReadPage layout("<table><tr><td><p>Left</p><h2>More</h2><td><p>Right</p></table>");
  EXPECT_EQ(types(layout.blocks), (std::vector{paragraph, heading, paragraph}));
}

TEST(BodyReader, KeepsCodeAsWritten) {
  const ReadPage page("<pre><code class='language-cpp'>int a;\n  int b;\n</code></pre>");
  ASSERT_EQ(types(page.blocks), std::vector{code});
  EXPECT_EQ(page.blocks[0].label, "cpp");
  EXPECT_EQ(page.blocks[0].spans[0].text, "int a;\n  int b;");
}

TEST(BodyReader, NamesTheProviderOfAnEmbed) {
  const ReadPage page("<iframe src='https://www.youtube.com/embed/abc'></iframe>");
  ASSERT_EQ(types(page.blocks), std::vector{embed});
  EXPECT_EQ(page.blocks[0].label, "youtube");
}

TEST(BodyReader, CutsNavigationAndShareBarsAndSaysSo) {
  const ReadPage page(
      "<p>A paragraph that is long enough to be most of what there is on this little page, so that nothing "
      "is "
      "refused because too little would be left of it after the cuts, which would be a pity for the test.</p>"
      "<nav>Home News</nav><div class='socialShare-bar'>Post this</div>");
  EXPECT_EQ(types(page.blocks), std::vector{paragraph});
  ASSERT_EQ(page.removals().size(), 2u);
  EXPECT_EQ(page.removals()[0].kind, Boilerplate::navigation);
  EXPECT_EQ(page.removals()[1].kind, Boilerplate::share);
  EXPECT_EQ(page.removals()[1].excerpt, "Post this");
}

TEST(BodyReader, NeverCutsTheElementThatHoldsMostOfTheText) {
  const ReadPage page(
      "<div class='related'><p>All the text there is stands in an element with a bad name.</p></div>");
  EXPECT_EQ(types(page.blocks), std::vector{paragraph});
}

TEST(BodyReader, LeavesOutHiddenElements) {
  const ReadPage page("<p hidden>no</p><p style='display: none'>no</p><p>yes</p>");
  EXPECT_EQ(text_of(page.blocks), "yes");
}

TEST(BodyReader, StopsNestingBlocksAtTheLimit) {
  std::string html;
  for (int i = 0; i < 100; ++i) html += "<blockquote>";
  const ReadPage page(html + "deep");
  EXPECT_EQ(text_of(page.blocks), "deep");
  int depth = 0;
  for (const std::vector<Block>* at = &page.blocks; !at->empty() && at->front().type == quote;
       at = &at->front().children) {
    ++depth;
  }
  EXPECT_EQ(depth, static_cast<int>(Limits{}.block_depth));
}

}  // namespace
}  // namespace pith
