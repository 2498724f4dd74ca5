#include "core/render/html.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "tests/core/render/blocks.hpp"
#include "tests/core/render/random_article.hpp"

namespace pith {
namespace {

using namespace test;

std::string body(std::vector<Block> blocks) {
  Article article;
  article.body = std::move(blocks);
  const std::string html = render_html(article);
  const std::string begin = "<article>\n<header></header>\n";
  const std::string end = "</article>\n";
  EXPECT_EQ(html.substr(0, begin.size()), begin);
  return html.substr(begin.size(), html.size() - begin.size() - end.size());
}

std::string paragraph(std::vector<Span> spans) {
  Block block;
  block.spans = std::move(spans);
  return body({block});
}

std::string value_of(xmlAttr* attribute) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(
      xmlNodeListGetString(attribute->doc, attribute->children, 1), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

/// Every element and attribute that may come out, and nothing else.
const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> kAllowed{
      {"article", {"lang", "dir"}},
      {"header", {}},
      {"h1", {}},
      {"h2", {}},
      {"h3", {}},
      {"h4", {}},
      {"h5", {}},
      {"h6", {}},
      {"p", {}},
      {"time", {"datetime"}},
      {"ul", {}},
      {"ol", {"start"}},
      {"li", {}},
      {"blockquote", {}},
      {"figure", {}},
      {"img", {"src", "alt", "width", "height", "loading"}},
      {"figcaption", {}},
      {"table", {}},
      {"tr", {}},
      {"th", {"colspan", "rowspan"}},
      {"td", {"colspan", "rowspan"}},
      {"pre", {}},
      {"code", {}},
      {"hr", {}},
      {"a", {"href"}},
      {"em", {}},
      {"strong", {}},
      {"sup", {}},
      {"sub", {}},
      {"br", {}},
      {"root", {}}};
  return kAllowed;
}

void expect_inert(xmlNode* element) {
  const std::string name = reinterpret_cast<const char*>(element->name);
  const auto rule = allowed().find(name);
  ASSERT_NE(rule, allowed().end()) << name;
  for (xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
    const std::string attribute_name = reinterpret_cast<const char*>(attribute->name);
    EXPECT_EQ(rule->second.count(attribute_name), 1U) << name << ' ' << attribute_name;
    if (attribute_name != "href" && attribute_name != "src") continue;
    const std::string url = value_of(attribute);
    EXPECT_TRUE(url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0 || url.rfind("mailto:", 0) == 0)
        << url;
  }
  for (xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      expect_inert(child);
    } else {
      EXPECT_EQ(child->type, XML_TEXT_NODE);
    }
  }
}

/// Reads the HTML as XML, which forgives nothing, and looks at every element.
void expect_inert(const std::string& html) {
  const std::string xml = "<root>" + html + "</root>";
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "test.xml", "UTF-8", XML_PARSE_NONET),
      xmlFreeDoc);
  ASSERT_NE(document, nullptr) << html;
  expect_inert(xmlDocGetRootElement(document.get()));
}

TEST(Html, BlocksBecomeTheirElements) {
  EXPECT_EQ(body({Block::heading(2, "Head"), p("one"), typed(BlockType::divider)}),
            "<h2>Head</h2>\n<p>one</p>\n<hr/>\n");
  EXPECT_EQ(
      body({numbers(3, {item({p("a")}), item({p("b"), bullets({item({p("c")})})})})}),
      "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<ul>\n<li><p>c</p>\n</li></ul>\n</li></ol>\n");
  EXPECT_EQ(body({quote({p("a")})}), "<blockquote><p>a</p>\n</blockquote>\n");
  EXPECT_EQ(body({code("sh", "a < b\n  c")}), "<pre><code>a &lt; b\n  c</code></pre>\n");
  EXPECT_EQ(body({embed("video", "https://v.example/1")}),
            "<p><a href=\"https://v.example/1\">video</a></p>\n");
}

TEST(Html, AFigureHasItsPicturesAndCaption) {
  EXPECT_EQ(body({figure({{"https://a.example/1.jpg", "Ships", 640, 0}}, "The harbour.", "AFP")}),
            "<figure><img src=\"https://a.example/1.jpg\" alt=\"Ships\" width=\"640\"/>"
            "<figcaption>The harbour. (AFP)</figcaption></figure>\n");
}

TEST(Html, AFigureWithoutWordsHasNoCaption) {
  Block block = figure({{"https://a.example/1.jpg", "", 0, 0}}, "", "");
  block.spans.emplace_back();
  EXPECT_EQ(body({block}), "<figure><img src=\"https://a.example/1.jpg\"/></figure>\n");
}

TEST(Html, PicturesAreFetchedLateWhereThatIsAskedFor) {
  HtmlOptions options;
  options.lazy_pictures = true;
  EXPECT_EQ(render_html({figure({{"https://a.example/1.jpg", "Ships", 640, 480}}, "", "")}, options),
            "<figure><img src=\"https://a.example/1.jpg\" alt=\"Ships\" width=\"640\" height=\"480\" "
            "loading=\"lazy\"/></figure>\n");
}

TEST(Html, ABodyAloneHasNothingAround) {
  EXPECT_EQ(render_html(std::vector<Block>{p("a"), typed(BlockType::divider)}), "<p>a</p>\n<hr/>\n");
}

TEST(Html, TablesKeepHeadersAndSpans) {
  EXPECT_EQ(body({table({{{cell("a", true, 2)}}, {{cell("b"), cell("c")}}})}),
            "<table>\n<tr><th colspan=\"2\">a</th></tr>\n<tr><td>b</td><td>c</td></tr></table>\n");
}

TEST(Html, MarksNestAndLineBreaksStay) {
  EXPECT_EQ(paragraph({{.text = "a "}, {.text = "b", .emphasis = true, .strong = true}, {.text = "\nc"}}),
            "<p>a <strong><em>b</em></strong><br/>c</p>\n");
  EXPECT_EQ(paragraph({{.text = "a", .href = "https://a.example/?b=1&c=2"}}),
            "<p><a href=\"https://a.example/?b=1&amp;c=2\">a</a></p>\n");
}

TEST(Html, TextAndAttributesAreEscaped) {
  EXPECT_EQ(body({p("<script>alert('1' & \"2\")</script>")}),
            "<p>&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;</p>\n");
  EXPECT_EQ(body({figure({{"https://a.example/1.jpg", "\" onerror=\"x()", 0, 0}}, "", "")}),
            "<figure><img src=\"https://a.example/1.jpg\" alt=\"&quot; onerror=&quot;x()\"/></figure>\n");
}

TEST(Html, DangerousAddressesAreDroppedAndTheirTextStays) {
  EXPECT_EQ(paragraph({{.text = "a", .href = "java\tscript:alert(1)"}}), "<p>a</p>\n");
  EXPECT_EQ(body({figure({{"data:image/svg+xml,<svg/>", "b", 0, 0}}, "c", "")}),
            "<figure><figcaption>c</figcaption></figure>\n");
  EXPECT_EQ(body({embed("", "javascript:alert(1)")}), "<p>javascript:alert(1)</p>\n");
}

TEST(Html, AnArticleHasAHeader) {
  Article article;
  article.title = "A & B";
  article.subtitle = "Deck";
  article.authors = {"Ann Lee"};
  article.language = "en";
  EXPECT_EQ(
      render_html(article),
      "<article lang=\"en\">\n<header><h1>A &amp; B</h1><p>Deck</p><p>By Ann Lee</p></header>\n</article>\n");
}

TEST(Html, CommentsFollowInASectionOfTheirOwn) {
  const Extraction extraction = commented_article();
  EXPECT_EQ(render_html(extraction),
            "<article>\n<header><h1>One</h1></header>\n</article>\n"
            "<section>\n<h2>Comments</h2>\n<p><strong>Ann Lee</strong></p>\n<p>Well said.</p>\n"
            "<blockquote><p>Was it?</p>\n</blockquote>\n</section>\n");
}

TEST(Html, TheDateIsForMachinesToo) {
  Article article;
  article.published = day(2025, 8, 1);
  EXPECT_NE(render_html(article).find("<p><time datetime=\"2025-08-01\">2025-08-01</time></p>"),
            std::string::npos);
}

TEST(Html, ADateThatCouldNotBeReadIsNotShown) {
  Article article;
  article.authors = {"Ann Lee"};
  article.published.emplace().raw = "last Tuesday";
  EXPECT_NE(render_html(article).find("<p>By Ann Lee</p>"), std::string::npos);
}

TEST(Html, ADocumentSaysItsCharsetLanguageAndDirection) {
  Extraction extraction;
  extraction.articles.resize(1);
  extraction.articles[0].title = "T";
  extraction.articles[0].language = "ar-EG";
  const std::string html = render_html_document(extraction);
  EXPECT_EQ(html.rfind("<!DOCTYPE html>\n<html lang=\"ar-EG\" dir=\"rtl\">\n<head><meta charset=\"utf-8\"/>"
                       "<title>T</title></head>\n",
                       0),
            0U)
      << html;
}

TEST(Html, OnlyLanguagesWrittenFromTheRightHaveADirection) {
  for (const char* language : {"ar", "he", "fa", "ur", "yi", "pa-Arab"}) {
    Article article;
    article.language = language;
    EXPECT_NE(render_html(article).find("dir=\"rtl\""), std::string::npos) << language;
  }
  for (const char* language : {"en", "zh-Hant", "pa", "", "no language", "\"><script>"}) {
    Article article;
    article.language = language;
    EXPECT_EQ(render_html(article).find("dir="), std::string::npos) << language;
  }
}

TEST(Html, WhatIsTooDeepIsShownAsParagraphs) {
  const std::string html = body({quoted(1000, p("deep"))});
  EXPECT_NE(html.find("<p>deep</p>"), std::string::npos);
  EXPECT_LT(html.size(), 1000U);
}

// The property: whatever stands in an article, only our own elements and attributes come out.
class RandomHtml : public testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomHtml, IsInert) {
  for (std::uint32_t seed = GetParam() * 100; seed < GetParam() * 100 + 100; ++seed) {
    SCOPED_TRACE(seed);
    expect_inert(render_html(RandomArticle(seed).hostile().article()));
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomHtml, testing::Range(0U, 4U));

}  // namespace
}  // namespace pith
