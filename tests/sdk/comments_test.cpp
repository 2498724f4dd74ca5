#include "pith/comments.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/document.hpp"

namespace pith {
namespace {

std::vector<Comment> comments_of(const std::string& html) {
  const Page page;
  const Document document = Document::parse(html);
  return read_comments(PageContext(page, document));
}

std::string text(const Comment& comment) {
  return text_of(comment.body);
}

TEST(Comments, AreReadAsWordPressWritesThem) {
  const auto comments = comments_of(R"(
    <p>The article.</p><ol class="comment-list">
    <li id="comment-7" class="comment even"><article id="div-comment-7" class="comment-body">
      <footer class="comment-meta"><div class="comment-author vcard"><img class="avatar" src="a.png">
        <b class="fn">Ada Brook</b> <span class="says">says:</span></div>
        <div class="comment-metadata"><a href="#comment-7"><time datetime="2024-03-01T09:14:00+00:00">March 1,
        2024 at 9:14 am</time></a></div></footer>
      <div class="comment-content"><p>The lock on our pier was <em>never</em> mended.</p></div>
      <div class="reply"><a class="comment-reply-link">Reply</a></div></article>
      <ol class="children"><li id="comment-9" class="comment odd"><article class="comment-body">
        <footer class="comment-meta"><b class="fn">Cy Dunn</b></footer>
        <div class="comment-content"><p>Ours was.</p></div></article></li></ol></li>
    <li id="comment-8" class="pingback">Pingback: <a href="/x">Piers of the north coast</a></li>
    </ol><form id="commentform"><textarea></textarea></form>)");
  ASSERT_EQ(comments.size(), 2U);
  EXPECT_EQ(comments[0].author, "Ada Brook");
  ASSERT_TRUE(comments[0].published);
  EXPECT_EQ(comments[0].published->rfc3339(), "2024-03-01T09:14:00Z");
  EXPECT_EQ(comments[0].depth, 0);
  EXPECT_EQ(text(comments[0]), "The lock on our pier was never mended.");
  EXPECT_TRUE(comments[0].body.at(0).spans.at(1).emphasis);
  EXPECT_EQ(comments[1].author, "Cy Dunn");
  EXPECT_EQ(comments[1].depth, 1);
  EXPECT_EQ(text(comments[1]), "Ours was.");
}

TEST(Comments, AreReadFromMicrodataWhateverTheClasses) {
  const auto comments = comments_of(R"(
    <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
      <span itemprop="author" itemscope><span itemprop="name">Bo Chan</span></span>
      <meta itemprop="dateCreated" content="2023-05-04">
      <div itemprop="text">I took that ferry every day for eleven years.</div><a>Flag</a></div>)");
  ASSERT_EQ(comments.size(), 1U);
  EXPECT_EQ(comments[0].author, "Bo Chan");
  EXPECT_EQ(comments[0].published->rfc3339(), "2023-05-04");
  EXPECT_EQ(text(comments[0]), "I took that ferry every day for eleven years.");
}

TEST(Comments, AreReadFromJsonLdWhereTheMarkupHasNone) {
  const auto comments = comments_of(R"(<script type="application/ld+json">
    {"@type": "NewsArticle", "headline": "Ferry", "comment": [
      {"@type": "Comment", "author": {"name": "Ann Lee"}, "dateCreated": "2024-01-02T10:00:00Z",
       "text": "Good &amp; cheap.", "comment": {"@type": "Comment", "author": "Bo", "text": "Not so cheap."}}]}
    </script><p>The article.</p>)");
  ASSERT_EQ(comments.size(), 2U);
  EXPECT_EQ(comments[0].author, "Ann Lee");
  EXPECT_EQ(text(comments[0]), "Good & cheap.");
  EXPECT_EQ(comments[1].author, "Bo");
  EXPECT_EQ(comments[1].depth, 1);
}

TEST(Comments, LinesAboveAndBelowTheTextAreNoPartOfIt) {
  const auto comments = comments_of(R"(
    <div class="comment-item"><div>Dee Ford</div><div>3 days ago</div>
      <p>They could have asked the fishermen first.</p><div>12</div><div>Reply</div></div>)");
  ASSERT_EQ(comments.size(), 1U);
  EXPECT_EQ(comments[0].author, "Dee Ford");
  EXPECT_EQ(text(comments[0]), "They could have asked the fishermen first.");
}

TEST(Comments, ACountAHeadingAndAnEmptyListAreNone) {
  EXPECT_TRUE(comments_of("<div class='comment'>0 Comments</div>").empty());
  EXPECT_TRUE(comments_of("<section class='comment'><h2>Comments</h2></section>").empty());
  EXPECT_TRUE(comments_of("<div id='comments'><div id='disqus_thread'></div></div>").empty());
  EXPECT_TRUE(comments_of("<p>Ferries sail again.</p>").empty());
}

TEST(Comments, OneInItsWrapperIsOne) {
  const auto comments = comments_of(
      "<li class='comment' id='comment-1'><div class='comment' id='comment1'><cite>Ed</cite>"
      "<p class='comment-text'>So it goes.</p></div>"
      "<ul><li class='comment'><cite>Flo</cite><p class='comment-text'>It does.</p></li></ul></li>");
  ASSERT_EQ(comments.size(), 2U);
  EXPECT_EQ(comments[0].author, "Ed");
  EXPECT_EQ(comments[1].author, "Flo");
  EXPECT_EQ(comments[1].depth, 1);
}

TEST(Comments, AListThatBearsTheNameOfWhatItHoldsIsNone) {
  const auto comments = comments_of(
      "<div class='comment'><div class='comment'><cite>Ed</cite><p class='comment-text'>One.</p></div>"
      "<div class='comment'><cite>Flo</cite><p class='comment-text'>Two.</p></div></div>");
  ASSERT_EQ(comments.size(), 2U);
  EXPECT_EQ(comments[0].depth, 0);
  EXPECT_EQ(comments[1].depth, 0);
}

TEST(Comments, NestedFarDeeperThanAnybodyAnswersTheyAreStillRead) {
  std::string html;
  for (int i = 0; i < 20'000; ++i)
    html += "<div class='comment'><cite>A</cite><p class='comment-text'>b c</p>";
  const auto comments = comments_of(html);
  EXPECT_GT(comments.size(), 100U);
  EXPECT_LE(comments.size(), 5'000U);
}

}  // namespace
}  // namespace pith
