#include "pith/page_kind.hpp"

#include <gtest/gtest.h>

#include <string>

#include "pith/pith.hpp"

namespace pith {
namespace {

/// Pages as their makers write them: the kinds are told apart by address, types, elements and names together.
PageKind kind_of(const std::string& url, const std::string& html) {
  Page page;
  page.url = url;
  page.bytes = html;
  const Document document = Document::from(page);
  PageContext context(page, document);
  return read_main_content(context).kind;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

const std::string sentence =
    "The ferry to Gull Island runs again from Monday, eleven weeks after its engine burned out in the middle "
    "of "
    "the strait and left forty passengers adrift until dawn. ";

TEST(PageKind, NewsWithAByline) {
  EXPECT_EQ(
      kind_of("https://harbour.example/news/2024/05/ferry-runs-again-after-eleven-weeks",
              "<html><head><title>Ferry runs again</title><meta property='og:type' content='article'>"
              "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs "
              "again\"}</script></head><body><article class='post entry'><h1 class='headline'>Ferry runs "
              "again</h1><p class='byline author'>By Ann Lee</p><time>May 3, 2024</time>" +
                  repeated("<p>" + sentence + "</p>", 12) + "</article></body></html>"),
      PageKind::article);
}

TEST(PageKind, AThreadOfPosts) {
  const std::string post =
      "<div class='post message'><div class='user avatar'><a class='author' href='/members/7'>gull7</a> "
      "Member "
      "Joined: Mar 2011 Messages: 402</div><div class='post-date'>May 3, 2024</div><div "
      "class='message-body'>" +
      sentence + "</div><div class='reply'><a href='/r'>Reply</a> <a href='/q'>Quote</a></div></div>";
  EXPECT_EQ(
      kind_of("https://forum.harbour.example/threads/which-ferry-to-take.4711/",
              "<html><head><title>Which ferry to take? | Harbour Forum</title></head><body class='forum'>"
              "<h1 class='thread-title'>Which ferry to take?</h1><div class='thread topic posts'>" +
                  repeated(post, 9) + "</div><div class='thread-reply'>Reply to thread</div></body></html>"),
      PageKind::forum);
}

TEST(PageKind, AManualWithCode) {
  EXPECT_EQ(
      kind_of(
          "https://docs.harbour.example/en/latest/guide/install.html",
          "<html><head><title>Install - Harbour documentation</title></head><body>"
          "<div class='toc sidebar doc-nav'><ul><li><a href='a'>Install</a></li></ul></div>"
          "<main class='markdown doc-content'><h1>Install</h1><p>" +
              sentence + "</p>" +
              repeated("<h2 class='heading'>Options</h2><p>Set the option before you start the server.</p>"
                       "<div class='highlight'><pre><code class='code'>harbour --pier 4 --start"
                       "</code></pre></div>",
                       8) +
              "</main></body></html>"),
      PageKind::documentation);
}

TEST(PageKind, OneThingToBuy) {
  EXPECT_EQ(
      kind_of(
          "https://shop.harbour.example/products/brass-ship-lantern",
          "<html><head><title>Brass ship lantern</title><meta property='og:type' content='product'>"
          "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"Brass ship lantern\","
          "\"offers\":{\"@type\":\"Offer\",\"price\":\"49\"}}</script></head><body class='product-page'>"
          "<div class='product-gallery'><img src='1.jpg'><img src='2.jpg'></div><h1 class='product-title'>"
          "Brass ship lantern</h1><div class='product-price price'>$49.00</div><form class='product-form'>"
          "<select class='variant option'><option>Small</option></select><button class='add-to-cart'>Add to "
          "cart</button></form><div class='product-description'><p>" +
              sentence +
              "</p><ul><li>Solid brass</li><li>Burns nine hours</li></ul></div><div class='reviews rating'>"
              "4.5 of 5 stars</div></body></html>"),
      PageKind::product);
}

TEST(PageKind, ProductsToChooseFrom) {
  EXPECT_EQ(
      kind_of("https://shop.harbour.example/category/lanterns/",
              "<html><head><title>Lanterns</title></head><body><h1>Lanterns</h1><div class='filter facet "
              "sort'>Sort by price</div><div class='product-grid collection'>" +
                  repeated("<div class='product-card product-item'><img src='1.jpg'><a class='product-title' "
                           "href='/products/7'>Ship lantern</a><div class='product-price price'>$49.00</div>"
                           "<button class='add-to-cart'>Add to cart</button></div>",
                           24) +
                  "</div><div class='pagination'>1 2 3</div></body></html>"),
      PageKind::collection);
}

TEST(PageKind, EveryKindHasItsName) {
  EXPECT_EQ(name_of(PageKind::article), "article");
  EXPECT_EQ(name_of(PageKind::forum), "forum");
  EXPECT_EQ(name_of(PageKind::service), "service");
}

TEST(PageKind, APageWithoutTextIsOfSomeKind) {
  EXPECT_LT(kind_of("", "<html><body></body></html>"), PageKind::count_);
}

}  // namespace
}  // namespace pith
