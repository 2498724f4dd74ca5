#include "core/render/json.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>
#include <vector>

#include "core/render/utf8.hpp"
#include "tests/core/render/blocks.hpp"
#include "tests/core/render/sample_extractions.hpp"

namespace pith {
namespace {

using namespace test;
using Names = std::vector<std::string>;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(),
                                                                                         json.size());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

Names names_in(const rapidjson::Value& object) {
  Names names;
  for (const auto& member : object.GetObject()) names.emplace_back(member.name.GetString());
  return names;
}

Extraction one_article(std::vector<Block> body) {
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.articles.resize(1);
  extraction.articles[0].body = std::move(body);
  return extraction;
}

/// The `blocks` of a result, as text.
std::string blocks_json(std::vector<Block> body) {
  const std::string json = render_json(one_article(std::move(body)));
  const std::string begin = "\"blocks\":";
  const std::size_t at = json.find(begin) + begin.size();
  return json.substr(at, json.find(",\"origins\"") - at);
}

TEST(Json, MembersStandInAFixedOrder) {
  JsonOptions options;
  options.id = "7";
  options.explain = true;
  EXPECT_EQ(names_in(parsed(render_json(Extraction{}, options))), (Names{"schema",
                                                                         "id",
                                                                         "url",
                                                                         "status",
                                                                         "reason",
                                                                         "plugin",
                                                                         "recipe",
                                                                         "kind",
                                                                         "confidence",
                                                                         "title",
                                                                         "subtitle",
                                                                         "authors",
                                                                         "published",
                                                                         "published_raw",
                                                                         "modified",
                                                                         "modified_raw",
                                                                         "language",
                                                                         "canonical_url",
                                                                         "site_name",
                                                                         "publisher",
                                                                         "section",
                                                                         "topics",
                                                                         "summary",
                                                                         "image",
                                                                         "licence",
                                                                         "is_accessible_for_free",
                                                                         "syndicated_from",
                                                                         "completeness",
                                                                         "text",
                                                                         "blocks",
                                                                         "origins",
                                                                         "articles",
                                                                         "channel",
                                                                         "links",
                                                                         "comments",
                                                                         "removed",
                                                                         "notices",
                                                                         "error"}));
}

TEST(Json, IdAndRemovedAreThereOnlyWhenAskedFor) {
  const rapidjson::Document result = parsed(render_json(complete_extraction()));
  EXPECT_FALSE(result.HasMember("id"));
  EXPECT_FALSE(result.HasMember("removed"));
}

TEST(Json, TheIdIsWrittenAsItCame) {
  for (const std::string id : {"7", "\"a\\\"b\"", "null", "{\"a\":[1]}"}) {
    JsonOptions options;
    options.id = id;
    EXPECT_NE(render_json(Extraction{}, options).find("\"id\":" + id + ","), std::string::npos) << id;
  }
  EXPECT_EQ(json_string("a\"b\n"), "\"a\\\"b\\n\"");
}

TEST(Json, WhatIsNotKnownIsNullAndListsAreLists) {
  const rapidjson::Document result = parsed(render_json(Extraction{}));
  for (const char* name :
       {"url", "reason", "plugin", "recipe", "title", "subtitle", "published", "published_raw", "language",
        "image", "is_accessible_for_free", "completeness", "channel", "error"}) {
    EXPECT_TRUE(result[name].IsNull()) << name;
  }
  for (const char* name : {"authors", "topics", "blocks", "articles", "links", "comments", "notices"}) {
    EXPECT_TRUE(result[name].IsArray() && result[name].Empty()) << name;
  }
  EXPECT_STREQ(result["status"].GetString(), "no_article");
  EXPECT_STREQ(result["text"].GetString(), "");
}

TEST(Json, ADateThatCouldNotBeReadIsThereAsWritten) {
  Extraction extraction;
  extraction.articles.emplace_back().published.emplace().raw = "last Tuesday";
  const rapidjson::Document result = parsed(render_json(extraction));
  EXPECT_TRUE(result["published"].IsNull());
  EXPECT_STREQ(result["published_raw"].GetString(), "last Tuesday");
}

TEST(Json, TheOnlyArticleIsThePage) {
  const rapidjson::Document result = parsed(render_json(complete_extraction()));
  EXPECT_STREQ(result["title"].GetString(), "Ships wait");
  EXPECT_STREQ(result["authors"][1].GetString(), "Bo Chan");
  EXPECT_STREQ(result["published"].GetString(), "2025-08-01");
  EXPECT_STREQ(result["published_raw"].GetString(), "as written");
  EXPECT_TRUE(result["is_accessible_for_free"].GetBool());
  EXPECT_EQ(result["image"]["width"].GetInt(), 640);
  EXPECT_STREQ(result["origins"]["title"].GetString(), "h1");
  EXPECT_TRUE(result["articles"].Empty());
}

TEST(Json, TheTextIsThatOfTheBlocks) {
  const Extraction extraction = complete_extraction();
  const rapidjson::Document result = parsed(render_json(extraction));
  EXPECT_EQ(result["text"].GetString(), text_of(extraction.articles[0].body));
}

TEST(Json, SeveralArticlesAreListedAndTheirTextsJoined) {
  Extraction extraction;
  extraction.articles.resize(2);
  extraction.articles[0].title = "First";
  extraction.articles[0].body = {p("One.")};
  extraction.articles[1].title = "Second";
  extraction.articles[1].url = "https://a.example/2";
  extraction.articles[1].completeness = Completeness::excerpt;
  const rapidjson::Document result = parsed(render_json(extraction));
  EXPECT_STREQ(result["title"].GetString(), "First");
  EXPECT_STREQ(result["text"].GetString(), "First\nOne.\nSecond");
  EXPECT_TRUE(result["blocks"].Empty()) << "they are in the articles";
  ASSERT_EQ(result["articles"].Size(), 2U);
  EXPECT_STREQ(result["articles"][0]["text"].GetString(), "One.");
  EXPECT_EQ(result["articles"][0]["blocks"].Size(), 1U);
  EXPECT_STREQ(result["articles"][1]["url"].GetString(), "https://a.example/2");
  EXPECT_STREQ(result["articles"][1]["completeness"].GetString(), "excerpt");
}

TEST(Json, AnArticleAloneIsAsItStandsAmongSeveral) {
  Extraction extraction = complete_extraction();
  extraction.articles.resize(2);
  const std::string json = render_article_json(extraction.articles[0]);
  EXPECT_NE(render_json(extraction).find(R"("articles":[)" + json + ","), std::string::npos) << json;
}

TEST(Json, ThePageOfSeveralArticlesHasTheTitleOfItsChannel) {
  Extraction extraction;
  extraction.articles.resize(2);
  extraction.articles[0].title = "First";
  extraction.channel = Channel{};
  extraction.channel->title = "Blog";
  EXPECT_STREQ(parsed(render_json(extraction))["title"].GetString(), "Blog");
  extraction.articles.resize(1);
  EXPECT_STREQ(parsed(render_json(extraction))["title"].GetString(), "First") << "an article's own page";
}

TEST(Json, OnlyAFailureIsAnError) {
  Extraction extraction;
  extraction.reason = "it broke";
  for (const Status status : {Status::failed, Status::layout_changed}) {
    extraction.status = status;
    const rapidjson::Document result = parsed(render_json(extraction));
    EXPECT_STREQ(result["reason"].GetString(), "it broke");
    EXPECT_EQ(result["error"].IsNull(), status != Status::failed);
  }
}

TEST(Json, TheLedgerSaysWhatWhyAndWhere) {
  JsonOptions options;
  options.explain = true;
  const rapidjson::Document result = parsed(render_json(complete_extraction(), options));
  const rapidjson::Value& removal = result["removed"][0];
  EXPECT_EQ(names_in(removal), (Names{"kind", "rule", "source", "excerpt", "text_bytes"}));
  EXPECT_STREQ(removal["kind"].GetString(), "navigation");
  EXPECT_EQ(removal["source"][0].GetInt(), 10);
  EXPECT_EQ(removal["source"][1].GetInt(), 20);
  EXPECT_TRUE(result["removed"][result["removed"].Size() - 1]["source"].IsNull());
}

TEST(Json, BlocksHaveTheMembersOfTheirType) {
  EXPECT_EQ(
      blocks_json({p("a"), Block::heading(2, "b"), typed(BlockType::divider)}),
      R"([{"type":"paragraph","text":"a"},{"type":"heading","level":2,"text":"b"},{"type":"divider"}])");
  EXPECT_EQ(blocks_json({numbers(3, {item({p("a")}), item({})})}),
            R"([{"type":"list","ordered":true,"start":3,"items":[[{"type":"paragraph","text":"a"}],[]]}])");
  EXPECT_EQ(blocks_json({quote({p("a")})}),
            R"([{"type":"quote","blocks":[{"type":"paragraph","text":"a"}]}])");
  EXPECT_EQ(blocks_json({code("", "a\n")}), R"([{"type":"code","language":null,"text":"a"}])");
  EXPECT_EQ(blocks_json({embed("x", "https://v.example/")}),
            R"([{"type":"embed","label":"x","url":"https://v.example/"}])");
  EXPECT_EQ(
      blocks_json({figure({{"https://a.example/1.jpg", "", 640, 0}}, "a", "AFP")}),
      R"([{"type":"figure","images":[{"url":"https://a.example/1.jpg","alt":null,"width":640,"height":null}],)"
      R"("text":"a","credit":"AFP"}])");
  EXPECT_EQ(blocks_json({table({{{cell("a", true, 2)}}})}),
            R"([{"type":"table","rows":[[{"text":"a","header":true,"columns":2,"rows":1}]]}])");
}

TEST(Json, SpansStandOnlyWhereTextIsMarked) {
  Block block = p("a ");
  block.spans.push_back({.text = "b", .strong = true, .href = "https://a.example/"});
  block.citations = {1, 5};
  block.source = {3, 9};
  EXPECT_EQ(blocks_json({block}),
            R"([{"type":"paragraph","text":"a b","spans":[{"text":"a "},)"
            R"({"text":"b","strong":true,"href":"https://a.example/"}],"citations":[1,5],"source":[3,9]}])");
}

TEST(Json, BlocksNestedTooDeepBecomeTheirText) {
  const std::string json = blocks_json({quoted(1000, p("deep"))});
  EXPECT_NE(json.find(R"([{"type":"paragraph","text":"deep"}])"), std::string::npos);
  EXPECT_LT(json.size(), 1000U);
}

// RFC 8259, section 8.1
TEST(Json, InvalidBytesAreNeverWritten) {
  Extraction extraction = one_article({p("a\xFF"), code("\xC3", "b")});
  extraction.articles[0].title = "\xED\xA0\x80";
  extraction.articles[0].origins["\xFE"] = "\xFE";
  extraction.plugin = "\xC0\xAF";
  JsonOptions options;
  options.url = "https://a.example/\xFF";
  options.id = "\"\xFF\"";
  const std::string json = render_json(extraction, options);
  EXPECT_EQ(valid_utf8(json), json);
  parsed(json);
}

TEST(Json, ControlCharactersAreEscaped) {
  EXPECT_EQ(blocks_json({p(std::string("a\0\x1B", 3))}), R"([{"type":"paragraph","text":"a\u0000\u001B"}])");
}

TEST(Json, ALineIsOneLineAndPrettyIsTheSame) {
  const Extraction extraction = complete_extraction();
  JsonOptions options;
  const std::string line = render_json(extraction, options);
  options.pretty = true;
  const std::string pretty = render_json(extraction, options);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_NE(pretty.find("\n  \"status\": \"ok\",\n"), std::string::npos);
  EXPECT_TRUE(parsed(line) == parsed(pretty));
}

TEST(Json, TheSameExtractionGivesTheSameBytes) {
  EXPECT_EQ(render_json(complete_extraction()), render_json(complete_extraction()));
}

TEST(Json, ConfidenceIsAShareToThreePlacesOrNull) {
  Extraction extraction;
  EXPECT_TRUE(parsed(render_json(extraction, {}))["confidence"].IsNull());
  extraction.confidence = 0.98765;
  EXPECT_DOUBLE_EQ(parsed(render_json(extraction, {}))["confidence"].GetDouble(), 0.988);
}

}  // namespace
}  // namespace pith
