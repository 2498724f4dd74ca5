#include "core/extract/page_result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "core/fingerprint/text_fingerprint.hpp"
#include "core/render/json.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Extract = std::function<Extraction(PageContext&)>;

/// Claims every page and extracts by a function.
class Given : public Extractor {
 public:
  explicit Given(Extract extract) : extract_(std::move(extract)) {}
  Claim claim_page(const Page&, const Document&) const override { return Claim::shape; }
  Extraction extract(PageContext& context) const override { return extract_(context); }

 private:
  Extract extract_;
};

PageResult result_of(Extract extract, const PageExtractionOptions& options = {}) {
  Registry registry;
  PluginHeader header;
  header.name = "given";
  registry.add(std::make_unique<Plugin>(std::move(header), std::make_unique<Given>(std::move(extract))));
  Page page;
  page.url = "https://example.com/a";
  page.bytes = "<p>text</p>";
  return extract_page_result(page, registry, options);
}

PageResult result_of(const Extraction& extraction) {
  return result_of([extraction](PageContext&) { return extraction; });
}

Extraction with_article(Article article) {
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.kind = "article";
  extraction.articles.push_back(std::move(article));
  return extraction;
}

TEST(PageResult, KeepsOfAnArticleWhatIsAskedForOften) {
  Article article;
  article.url = "https://example.com/a?x=1";
  article.canonical_url = "https://example.com/a";
  article.title = "A harbour";
  article.authors = {"Ann Lee", "Bo Chan"};
  article.published = parse_date("2025-08-01T12:30:00+08:00");
  article.modified = parse_date("2025-08-02");
  article.language = "en";
  article.site_name = "Example";
  article.section = "Ports";
  article.kind = "post";
  article.completeness = Completeness::excerpt;
  article.syndicated_from = "Another";
  article.body = {Block::paragraph("Ships come and go."), Block::heading(2, "More"),
                  Block::paragraph("All day.")};
  Extraction extraction = with_article(article);
  extraction.recipe = "2023";
  extraction.confidence = 0.5;
  const PageResult result = result_of(extraction);
  EXPECT_EQ(result.status, Status::ok);
  EXPECT_EQ(result.reason, "");
  EXPECT_EQ(result.kind, "article");
  EXPECT_EQ(result.plugin, "given");
  EXPECT_EQ(result.recipe, "2023");
  EXPECT_EQ(result.confidence, 0.5);
  ASSERT_EQ(result.articles.size(), 1U);
  const ArticleRecord& kept = result.articles.front();
  EXPECT_EQ(kept.url, "https://example.com/a?x=1");
  EXPECT_EQ(kept.canonical_url, "https://example.com/a");
  EXPECT_EQ(kept.title, "A harbour");
  EXPECT_EQ(kept.authors, (std::vector<std::string>{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(kept.published, "2025-08-01T12:30:00+08:00");
  EXPECT_EQ(kept.modified, "2025-08-02");
  EXPECT_EQ(kept.language, "en");
  EXPECT_EQ(kept.site_name, "Example");
  EXPECT_EQ(kept.section, "Ports");
  EXPECT_EQ(kept.kind, "post");
  EXPECT_EQ(kept.completeness, "excerpt");
  EXPECT_EQ(kept.syndicated_from, "Another");
  EXPECT_EQ(kept.words, 7U);
}

TEST(PageResult, CharactersOfScriptsWithoutSpacesAreWords) {
  Article article;
  article.body = {Block::paragraph("港口在早晨 opens")};
  EXPECT_EQ(result_of(with_article(article)).articles.front().words, 6U);
}

TEST(PageResult, TheFingerprintIsThatOfTheBodyWhateverStandsAroundIt) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + " ";
  Article article;
  article.title = "One title";
  article.body = {Block::paragraph(text)};
  const auto first = result_of(with_article(article)).articles.front().fingerprint;
  article.title = "Another";
  EXPECT_EQ(first, text_fingerprint(text));
  EXPECT_EQ(first, result_of(with_article(article)).articles.front().fingerprint);
}

/// The one article of a page stands in the page's own members, so a page of two shows what one is alone.
TEST(PageResult, TheJsonIsAMemberOfArticlesAsThePageWouldHaveIt) {
  Article article;
  article.title = "A \"harbour\"";
  article.body = {Block::paragraph("Ships.")};
  Extraction two = with_article(article);
  two.articles.push_back(article);
  const PageResult result = result_of(two);
  ASSERT_EQ(result.articles.size(), 2U);
  const std::string& json = result.articles.front().json;
  EXPECT_NE(render_json(two).find("\"articles\":[" + json + "," + json + "]"), std::string::npos);
  rapidjson::Document parsed;
  ASSERT_FALSE(parsed.Parse(json.data(), json.size()).HasParseError());
  EXPECT_STREQ(parsed["title"].GetString(), "A \"harbour\"");
  EXPECT_STREQ(parsed["text"].GetString(), "Ships.");
}

TEST(PageResult, AddsUpWhatEachRuleCut) {
  const PageResult result = result_of([](PageContext& context) {
    context.ledger().cut_text("Share this", Boilerplate::share, "drop .share");
    context.ledger().cut_text("Home", Boilerplate::navigation, "drop nav");
    context.ledger().cut_text("Mail it", Boilerplate::share, "drop .share");
    context.ledger().cut_text("Tweet", Boilerplate::share, "drop .tweet");
    return with_article({});
  });
  ASSERT_EQ(result.ledger.size(), 3U);
  EXPECT_EQ(result.ledger[0].kind, "navigation");
  EXPECT_EQ(result.ledger[1].kind, "share");
  EXPECT_EQ(result.ledger[1].rule, "drop .share");
  EXPECT_EQ(result.ledger[1].removals, 2U);
  EXPECT_EQ(result.ledger[1].text_bytes, 17U);
  EXPECT_EQ(result.ledger[2].rule, "drop .tweet");
  EXPECT_EQ(result.ledger[2].removals, 1U);
}

TEST(PageResult, KeepsLinks) {
  Extraction extraction = with_article({});
  Link link;
  link.url = "https://example.com/b?utm_source=x";
  link.canonical_url = "https://example.com/b";
  link.title = "B";
  link.relation = "related";
  link.published = parse_date("2025-08-01");
  extraction.links.push_back(link);
  const PageResult result = result_of(extraction);
  ASSERT_EQ(result.links.size(), 1U);
  EXPECT_EQ(result.links.front().url, "https://example.com/b?utm_source=x");
  EXPECT_EQ(result.links.front().canonical_url, "https://example.com/b");
  EXPECT_EQ(result.links.front().title, "B");
  EXPECT_EQ(result.links.front().relation, "related");
  EXPECT_EQ(result.links.front().published, "2025-08-01");
}

/// Stores keep text: a plugin's broken bytes must not break a whole batch there.
TEST(PageResult, EverythingIsValidUtf8) {
  Article article;
  article.title = "caf\xe9";
  article.authors = {"\xff"};
  const PageResult result = result_of(with_article(article));
  EXPECT_EQ(result.articles.front().title, "caf\xef\xbf\xbd");
  EXPECT_EQ(result.articles.front().authors.front(), "\xef\xbf\xbd");
}

TEST(PageResult, APluginThatThrowsIsAFailureWithItsReason) {
  const PageResult result = result_of([](PageContext&) -> Extraction { throw Error("index 7 of 3"); });
  EXPECT_EQ(result.status, Status::failed);
  EXPECT_EQ(result.reason, "plugin 'given' threw: index 7 of 3");
  EXPECT_TRUE(result.articles.empty());
}

TEST(PageResult, ThrowsOnlyForAPluginThatIsAskedForAndNotThere) {
  PageExtractionOptions options;
  options.plugin = "givne";
  EXPECT_THROW(result_of([](PageContext&) { return Extraction{}; }, options), Error);
}

}  // namespace
}  // namespace pith
