#include "core/render/article_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/extract/page_extraction.hpp"
#include "core/fixture/fixture.hpp"
#include "core/fixture/fixture_case.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "core/render/html.hpp"
#include "core/render/json.hpp"
#include "core/render/markdown.hpp"
#include "core/render/text.hpp"
#include "pith/error.hpp"
#include "tests/core/render/blocks.hpp"
#include "tests/core/render/random_article.hpp"
#include "tests/core/render/sample_extractions.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

using namespace test;

/// Whatever is made of an article is made of what was read back as well.
void expect_same_again(const Article& article) {
  const std::string json = render_article_json(article);
  const Article again = read_article(json);
  EXPECT_EQ(render_article_json(again), json);
  EXPECT_EQ(render_markdown(again), render_markdown(article));
  EXPECT_EQ(render_html(again), render_html(article));
  EXPECT_EQ(render_text(again), render_text(article));
}

Article of_body(std::vector<Block> body) {
  Article article;
  article.body = std::move(body);
  return article;
}

std::string problem_of(const std::string& json) {
  return error_of([&] { read_article(json); });
}

TEST(ArticleReader, EverythingThatAnArticleCanHaveComesBack) {
  const Article article = complete_extraction().articles.at(0);
  expect_same_again(article);
  const Article again = read_article(render_article_json(article));
  EXPECT_EQ(again.subtitle, "A queue off the coast");
  EXPECT_EQ(again.authors, (std::vector<std::string>{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(again.modified->rfc3339(), "2025-08-02");
  EXPECT_EQ(again.modified->raw, "as written");
  EXPECT_EQ(again.image, (Image{"https://a.example/1.jpg", "Ships", 640, 480}));
  EXPECT_EQ(again.is_accessible_for_free, true);
  EXPECT_EQ(again.origins.at("title"), "h1");
  ASSERT_EQ(again.body.size(), article.body.size());
  EXPECT_EQ(again.body[0].spans, article.body[0].spans);
  EXPECT_EQ(again.body[0].citations, (std::vector<int>{1, 5}));
  EXPECT_EQ(again.body[0].source, (SourceRange{120, 240}));
  EXPECT_EQ(again.body[2].items.at(0).blocks.at(1).start, 4);
  EXPECT_EQ(again.body[6].rows.at(0).cells.at(1).rows, 3);
}

TEST(ArticleReader, NothingComesBackAsNothing) {
  expect_same_again(Article());
  const Article again = read_article("{}");
  EXPECT_EQ(again.kind, "article");
  EXPECT_EQ(again.completeness, Completeness::full);
  EXPECT_FALSE(again.published || again.image || again.is_accessible_for_free);
  EXPECT_TRUE(again.body.empty());
}

TEST(ArticleReader, EverySampleComesBack) {
  for (const auto& [name, extraction] : sample_extractions()) {
    SCOPED_TRACE(name);
    for (const Article& article : extraction.articles) expect_same_again(article);
  }
}

TEST(ArticleReader, ArticlesOfEveryKindOfTextComeBack) {
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    SCOPED_TRACE(seed);
    // Invalid bytes became U+FFFD on the way, so the first time is not the same.
    const Article once = read_article(render_article_json(RandomArticle(seed).hostile().article()));
    expect_same_again(once);
    expect_same_again(RandomArticle(seed).article());
  }
}

TEST(ArticleReader, WhatIsMadeOfEveryFixtureComesBack) {
  const Registry plugins = Registry::scan(PluginPath::of_process().folders());
  std::size_t articles = 0;
  for (const Fixture& fixture : find_fixtures(PITH_FIXTURES)) {
    SCOPED_TRACE(fixture.name);
    const FixtureCase page = load_case(fixture);
    PageExtractionOptions options;
    options.plugin = page.plugin;
    for (const Article& article : extract_page(page.page, plugins, options).extraction.articles) {
      expect_same_again(article);
      ++articles;
    }
  }
  EXPECT_GT(articles, 60U) << "the plugins were not found";
}

TEST(ArticleReader, DatesSayWhatTheySaid) {
  for (const std::string date :
       {"2025-08-01", "2025-08-01T12:30:00", "2025-08-01T12:30:00Z", "2025-08-01T12:30:00+08:00",
        "1999-12-31T23:59:60-03:30", "12025-01-01", "-044-03-15"}) {
    const std::string json =
        render_article_json(read_article(R"({"published":")" + date + R"(","published_raw":"as said"})"));
    EXPECT_NE(json.find(R"("published":")" + date + R"(","published_raw":"as said")"), std::string::npos)
        << json;
  }
  for (const std::string date :
       {"yesterday", "2025-8-1", "2025-13-01", "2025-02-30", "2025-08-01T", "2025-08-01T12:30",
        "2025-08-01T12:61:00", "2025-08-01T12:30:00+8", "2025-08-01 12:30:00", "2025-08-01Z", "+2025-08-01",
        "2025--8-01", "99999999999-01-01"}) {
    EXPECT_EQ(problem_of(R"({"modified":")" + date + "\"}"), "'modified' is not a date") << date;
  }
  const Article unread = read_article(R"({"published":null,"published_raw":"last Tuesday"})");
  EXPECT_EQ(unread.published->raw, "last Tuesday");
  EXPECT_EQ(unread.published->rfc3339(), "");
}

TEST(ArticleReader, WhatIsDeeperThanBlocksGoStaysTheSameParagraph) {
  for (const int depth : {15, 16, 17, 200}) expect_same_again(of_body({quoted(depth, p("deep"))}));
  ListItem items = item({p("deep")});
  for (int depth = 0; depth < 40; ++depth) items = item({p("one"), bullets({items, item({})})});
  expect_same_again(of_body({bullets({items})}));
}

TEST(ArticleReader, ACaptionThatIsEmptyIsStillOne) {
  Block empty_caption = table({{{cell("a")}}});
  empty_caption.spans.emplace_back();
  Block empty_run = figure({{"https://a.example/1.jpg", "", 0, 0}}, "", "");
  empty_run.spans.emplace_back();
  expect_same_again(of_body({empty_caption, empty_run, table({})}));
}

// The schema: "pass over members that you do not know".
TEST(ArticleReader, UnknownMembersArePassedOver) {
  const Article article = read_article(
      R"({"title":"a","mood":{"x":[1]},"blocks":[{"type":"divider","width":3,"spans":7}],"origins":null})");
  EXPECT_EQ(article.title, "a");
  EXPECT_EQ(article.body.at(0).type, BlockType::divider);
}

TEST(ArticleReader, WhatIsWrongIsNamed) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "not JSON at byte 0 (The document is empty.)"},
      {"{\"title\":\"a", "not JSON at byte 11 (Missing a closing quotation mark in string.)"},
      {"{\"title\":\"\xFF\"}", "not JSON at byte 10 (Invalid encoding in string.)"},
      {"{} {}", "not JSON at byte 3 (The document root must not be followed by other values.)"},
      {"[]", "is not a JSON object"},
      {"null", "is not a JSON object"},
      {R"({"title":7})", "'title' is not a string"},
      {R"({"kind":[]})", "'kind' is not a string"},
      {R"({"authors":"Ann"})", "'authors' is not a list"},
      {R"({"topics":["a",null]})", "'topics[1]' is not a string"},
      {R"({"published":20250801})", "'published' is not a string"},
      {R"({"image":"https://a.example/"})", "'image' is not an object"},
      {R"({"image":{"url":"u","width":"640"}})", "'image.width' is not a whole number"},
      {R"({"is_accessible_for_free":"no"})", "'is_accessible_for_free' is neither true nor false"},
      {R"({"completeness":"half"})", "'completeness' is none of full, excerpt and empty"},
      {R"({"origins":[]})", "'origins' is not an object"},
      {R"({"origins":{"title":1}})", "'origins.title' is not a string"},
      {R"({"blocks":{}})", "'blocks' is not a list"},
      {R"({"blocks":[[]]})", "'blocks[0]' is not an object"},
      {R"({"blocks":[{}]})", "'blocks[0].type' is '', no type of block"},
      {R"({"blocks":[{"type":"poll"}]})", "'blocks[0].type' is 'poll', no type of block"},
      {R"({"blocks":[{"type":"heading","level":1.5}]})", "'blocks[0].level' is not a whole number"},
      {R"({"blocks":[{"type":"heading","level":99999999999}]})", "'blocks[0].level' is not a whole number"},
      {R"({"blocks":[{"type":"paragraph","text":"a","spans":["a"]}]})",
       "'blocks[0].spans[0]' is not an object"},
      {R"({"blocks":[{"type":"paragraph","spans":[{"text":"a","strong":1}]}]})",
       "'blocks[0].spans[0].strong' is neither true nor false"},
      {R"({"blocks":[{"type":"divider"},{"type":"list","items":[[],[{"type":"quote","blocks":3}]]}]})",
       "'blocks[1].items[1][0].blocks' is not a list"},
      {R"({"blocks":[{"type":"list","items":[{}]}]})", "'blocks[0].items[0]' is not a list"},
      {R"({"blocks":[{"type":"table","rows":[[{"text":"a"}],{}]}]})", "'blocks[0].rows[1]' is not a list"},
      {R"({"blocks":[{"type":"table","rows":[["a"]]}]})", "'blocks[0].rows[0][0]' is not an object"},
      {R"({"blocks":[{"type":"figure","images":[7]}]})", "'blocks[0].images[0]' is not an object"},
      {R"({"blocks":[{"type":"divider","citations":["1"]}]})",
       "'blocks[0].citations[0]' is not a whole number"},
      {R"({"blocks":[{"type":"divider","source":[1]}]})",
       "'blocks[0].source' is not a pair of byte positions"},
      {R"({"blocks":[{"type":"divider","source":[1,-2]}]})",
       "'blocks[0].source' is not a pair of byte positions"}};
  for (const auto& [json, problem] : cases) EXPECT_EQ(problem_of(json), problem) << json;
}

TEST(ArticleReader, DepthIsRefusedAndCostsNoStack) {
  std::string quotes;
  for (int depth = 0; depth < 17; ++depth) quotes += R"({"type":"quote","blocks":[)";
  EXPECT_NE(problem_of(R"({"blocks":[)" + quotes + "]}").find("not JSON"), std::string::npos);
  std::string end;
  for (int depth = 0; depth < 17; ++depth) end += "]}";
  EXPECT_NE(problem_of(R"({"blocks":[)" + quotes + end + "]}").find("is nested too deep"), std::string::npos);
  const std::size_t many = 200'000;
  EXPECT_EQ(problem_of(std::string(many, '[') + std::string(many, ']')), "is not a JSON object");
  EXPECT_EQ(problem_of(R"({"blocks":)" + std::string(many, '[') + std::string(many, ']') + "}"),
            "'blocks[0]' is not an object");
}

TEST(ArticleReader, AnArticleCutAnywhereIsAnErrorAndNoCrash) {
  const std::string json = render_article_json(complete_extraction().articles.at(0));
  for (std::size_t size = 0; size < json.size(); ++size) {
    EXPECT_THROW(read_article(std::string_view(json).substr(0, size)), Error) << size;
  }
}

}  // namespace
}  // namespace pith
