#include "core/export/json_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/export/stored_article_reader.hpp"
#include "core/render/article_reader.hpp"
#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/core/render/sample_extractions.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

using namespace test;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  EXPECT_EQ(begin, text.size()) << "the last line has an end, too";
  return lines;
}

TEST(JsonLines, ALineIsWhatTheJobKnowsAndTheArticle) {
  StoredArticle article = stored(titled("Ships wait"));
  article.ordinal = 2;
  article.status = Status::partial;
  article.original_url = "https://b.example/first";
  article.source_place = "pages.jsonl:7";
  article.record_id = "\"a1\"";
  EXPECT_EQ(
      exported("jsonl", {article}),
      R"({"schema":"pith-article/1","page_url":"https://a.example/ships","host":"a.example","ordinal":2,)"
      R"("source":{"kind":"feed","location":"https://a.example/feed","place":"pages.jsonl:7"},"id":"a1",)"
      R"("fetched_at":"2025-08-05T06:07:08Z","plugin":"harbour","status":"partial","words":3,)"
      R"("near_copy_of":"https://b.example/first",)" +
          render_article_json(titled("Ships wait")).substr(1) + "\n");
}

TEST(JsonLines, WhatIsNotKnownIsNull) {
  StoredArticle article;
  article.article.json = "{}";
  EXPECT_EQ(
      exported("jsonl", {article}),
      R"({"schema":"pith-article/1","page_url":null,"host":null,"ordinal":0,)"
      R"("source":{"kind":null,"location":null,"place":null},"id":null,"fetched_at":null,"plugin":null,"status":"ok","words":0,)"
      R"("near_copy_of":null})"
      "\n");
}

TEST(JsonLines, HoldsTheWholeArticle) {
  const std::vector<std::string> lines = lines_of(exported("jsonl", fixture_articles()));
  ASSERT_EQ(lines.size(), fixture_articles().size());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    EXPECT_EQ(render_article_json(read_article(lines[at])), fixture_articles()[at].article.json);
  }
  const StoredArticle complete = stored(complete_extraction().articles.at(0));
  EXPECT_NE(exported("jsonl", {complete}).find(complete.article.json.substr(1)), std::string::npos);
}

TEST(JsonLines, NoTextEndsALine) {
  std::vector<StoredArticle> articles;
  for (const std::string& title : hostile_titles()) articles.push_back(stored(titled(title, title)));
  const std::vector<std::string> lines = lines_of(exported("jsonl", articles));
  ASSERT_EQ(lines.size(), articles.size());
  for (const std::string& line : lines)
    EXPECT_TRUE(json_of(line)["title"].IsString() || json_of(line)["title"].IsNull());
}

TEST(JsonLines, NoMemberIsThereTwice) {
  const rapidjson::Document line = json_of(lines_of(exported("jsonl", {stored(titled("One"))})).at(0));
  std::vector<std::string> names;
  for (const auto& member : line.GetObject()) names.emplace_back(member.name.GetString());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(JsonLines, JsonThatAStoreHasSpacedIsOneLineAgain) {
  StoredArticle article = stored(titled("One"));
  article.article.json = "\n{ \"title\" :\n  \"One\", \"width\": [ 1, -2, 0.5, true, {\"a\": {}} ] }\n";
  const std::string line = exported("jsonl", {article});
  EXPECT_NE(line.find(R"(,"title":"One","width":[1,-2,0.5,true,{"a":{}}]})"), std::string::npos) << line;
}

TEST(JsonLines, WhatIsDamagedIsAnErrorAndLeavesNothing) {
  const TemporaryFolder folder;
  JsonLines lines((folder.path() / "out").string());
  StoredArticle damaged = stored(titled("One"));
  for (const auto& [json, problem] : std::vector<std::pair<std::string, std::string>>{
           {"", "not JSON at byte 0 (The document is empty.)"},
           {"[]", "is not a JSON object"},
           {"7", "is not a JSON object"},
           {"null", "is not a JSON object"},
           {"{\"title\":\"On", "not JSON at byte 12 (Missing a closing quotation mark in string.)"},
           {"{\"title\":\"\xFF\"}", "not JSON at byte 10 (Invalid encoding in string.)"},
           {"{}{}", "not JSON at byte 2 (The document root must not be followed by other values.)"}}) {
    damaged.article.json = json;
    EXPECT_EQ(
        error_of([&] { lines.write(damaged); }),
        "https://a.example/ships: the stored article cannot be read: " + problem + ": reprocess its page");
    EXPECT_THROW(lines.write(damaged), UnreadableArticle);
  }
  lines.write(stored(titled("Two")));
  lines.finish();
  EXPECT_EQ(lines.counts().articles, 1U);
  EXPECT_EQ(lines_of(contents_of((folder.path() / "out").string())).size(), 1U);
}

}  // namespace
}  // namespace pith
