#include "pith/embedded_article.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pith {
namespace {

using Texts = std::vector<std::string>;

/// A page that is being worked on, alive as long as the test.
struct Fixture {
  explicit Fixture(const std::string& html)
      : page(page_of(html)), document(Document::parse(html)), context(page, document) {}
  static Page page_of(const std::string& html) {
    Page page;
    page.url = "https://news.example/city/ferry";
    page.bytes = html;
    return page;
  }
  Page page;
  Document document;
  PageContext context;
};

Texts texts(const std::vector<Block>& blocks) {
  Texts out;
  for (const auto& block : blocks) out.push_back(text_of(block));
  return out;
}

Texts tree(const std::string& json) {
  Fixture fixture("<p>page</p>");
  const auto document = JsonDocument::parse(json);
  EXPECT_TRUE(document) << json;
  return texts(blocks_of_node_tree(document.root(), fixture.context));
}

std::optional<Article> article(const std::string& json, const std::string& title = "") {
  Fixture fixture("<p>page</p>");
  const auto document = JsonDocument::parse(json);
  EXPECT_TRUE(document) << json;
  return article_in(document.root(), "test", title, fixture.context);
}

Texts origins(const std::string& html) {
  Texts out;
  for (const auto& data : embedded_data(Document::parse(html))) out.push_back(data.origin);
  return out;
}

/// Long enough to be a body and not a teaser.
const std::string first =
    "The ferry sailed out of the harbour at eight in the morning with sixty people on board and a band that "
    "played.";
const std::string second =
    "Nobody had seen it move since the storm of the year before, when the pier broke and the ship lay on its "
    "side.";

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// ---- where data lies ------------------------------------------------------------------------------

TEST(EmbeddedData, FindsDataScriptsWithAndWithoutAnId) {
  EXPECT_EQ(origins("<script id='__NEXT_DATA__' type='application/json'>{\"a\":1}</script>"
                    "<script type='application/json'>[{\"b\":2}]</script>"
                    "<script type='application/ld+json'>{\"c\":3}</script>"),
            (Texts{"script#__NEXT_DATA__", "script[type=application/json]"}));
}

TEST(EmbeddedData, FindsAssignmentsToNames) {
  EXPECT_EQ(
      origins(
          "<script>window.__APOLLO_STATE__ = {\"ROOT\":{\"a\":\"b\"}};var story={\"title\":\"a b c\"};"
          "self.other = function() { return {}; }; let x = {notJson: 1, because: \"bare keys\"};</script>"),
      (Texts{"window.__APOLLO_STATE__", "story"}));
}

TEST(EmbeddedData, ReadsDataAttributesLongEnoughToHoldAnArticle) {
  const std::string value = "{&quot;article&quot;:{&quot;body&quot;:&quot;" + first + second + "&quot;}}";
  EXPECT_EQ(origins("<div data-page=\"" + value + "\" title=\"" + value + "\"></div>"),
            Texts{"attribute data-page"});
  EXPECT_EQ(origins("<div data-options='{\"autoplay\":true}'></div>"), Texts{});
}

TEST(EmbeddedData, StopsAtTheEndOfTheValue) {
  const auto data = embedded_data(
      Document::parse("<script>window.a={\"s\":\"with } and \\\" in "
                      "it\",\"n\":[1,{\"k\":2}]};window.b={\"t\":\"the second one\"};</script>"));
  ASSERT_EQ(data.size(), 2u);
  EXPECT_EQ(data[0].json.root()["s"].string(), "with } and \" in it");
  EXPECT_EQ(data[1].json.root()["t"].string(), "the second one");
}

TEST(EmbeddedData, OpensAJsonParseCall) {
  const auto data = embedded_data(
      Document::parse("<script>window.state = JSON.parse(\"{\\\"title\\\":\\\"Ferry\\\"}\");</script>"));
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0].json.root()["title"].string(), "Ferry");
}

TEST(EmbeddedData, JoinsFlightChunksAndPutsTextRowsInTheirPlace) {
  const auto data = embedded_data(
      Document::parse("<script>self.__next_f.push([1,\"5:{\\\"article\\\":{\\\"title\\\":\\\"Fer\"])</script>"
                      "<script>self.__next_f.push([1,\"ry\\\",\\\"body\\\":\\\"$6\\\"}}\\n6:T5,a\\nb "
                      "c7:I[1]\\n\"])</script>"));
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0].origin, "__next_f 5");
  EXPECT_EQ(data[0].json.root()["article"]["title"].string(), "Ferry");
  EXPECT_EQ(data[0].json.root()["article"]["body"].string(), "a\nb c");
}

TEST(EmbeddedData, FindsNothingWhereThereIsNothing) {
  EXPECT_TRUE(origins("<script>if (a == {}) b = 'x={';</script><script></script><p>text</p>").empty());
}

TEST(EmbeddedData, ManyUnclosedValuesCostNoMoreThanTheirLength) {
  std::string script;
  for (int i = 0; i < 50'000; ++i) script += "a={\"";
  EXPECT_LE(origins("<script>" + script + "</script>").size(), 1u);
}

// ---- data in forms of their own -------------------------------------------------------------------

/// The data of a page with one script, each opened.
std::vector<EmbeddedData> data_of(const std::string& script, const std::string& attributes = "") {
  return embedded_data(Document::parse("<script " + attributes + ">" + script + "</script>"));
}

TEST(NuxtCall, PutsTheArgumentsInThePlacesOfTheParameters) {
  const auto data = data_of(
      R"(window.__NUXT__=(function(a,b,c){return {layout:"x",data:[{title:a,"body":b,by:{name:c},free:!0}],e:void 0}})"
      R"x(("Ferry \u003Cb>returns","it's",'Ann "A" Lee'));)x");
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0].origin, "window.__NUXT__");
  const JsonValue post = data[0].json.root()["data"].at(0);
  EXPECT_EQ(post["title"].string(), "Ferry <b>returns");
  EXPECT_EQ(post["body"].string(), "it's");
  EXPECT_EQ(post["by"]["name"].string(), "Ann \"A\" Lee");
  EXPECT_EQ(post["free"].boolean(), true);
  EXPECT_EQ(data[0].json.root()["e"].kind(), JsonValue::Kind::null);
}

TEST(NuxtCall, FindsTheLiteralBehindStatementsAndTakesCallsForNothing) {
  const auto data = data_of(
      R"(__NUXT__=(function(a,b){a.x="return {";if(b){b()};return {n:-.5,t:new Date(17),u:f(a,[b]).c,k:a,last:"}"}})"
      R"(({},1));)");
  ASSERT_EQ(data.size(), 1u);
  const JsonValue root = data[0].json.root();
  EXPECT_EQ(root["n"].number(), -0.5);
  EXPECT_EQ(root["t"].integer(), 17);
  EXPECT_EQ(root["u"].kind(), JsonValue::Kind::null);
  EXPECT_TRUE(root["k"].is_object());
  EXPECT_EQ(root["last"].string(), "}");
}

TEST(NuxtCall, GivesNothingWhereItBreaksOffOrIsSomethingElse) {
  EXPECT_TRUE(data_of("__NUXT__=(function(a){return {title:a,body:").empty());
  EXPECT_TRUE(data_of("__NUXT__=(function(a){return {title:a}}").empty());
  EXPECT_TRUE(data_of("__NUXT__=(function(a){a()}(1))").empty());
  EXPECT_TRUE(data_of("__NUXT__=(function(a){return {t:a]}}(1))").empty());
  EXPECT_TRUE(data_of("__NUXT__=(function(").empty());
}

TEST(NuxtCall, GrowsNoMoreThanFourfoldAndNestsWithoutEnd) {
  std::string uses;
  for (int i = 0; i < 20'000; ++i) uses += "a,";
  const auto many =
      data_of("__NUXT__=(function(a){return {l:[" + uses + "1]}}(\"" + std::string(20'000, 'x') + "\"))");
  ASSERT_EQ(many.size(), 1u);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < many[0].json.root()["l"].size(); ++i)
    bytes += many[0].json.root()["l"].at(i).string().size();
  EXPECT_LT(bytes, 300'000u);
  EXPECT_TRUE(data_of("__NUXT__=(function(a){return " + std::string(200'000, '[') + "}(" +
                      std::string(200'000, '(') + ")")
                  .empty());
}

const std::string flat = "id=__NUXT_DATA__ type=application/json";

TEST(FlatList, ResolvesPlacesWrappersAndDates) {
  const auto data = data_of(
      R"([["Reactive",1],{"post":2,"gone":-1,"far":99},["Ref",3],{"title":4,"at":5,"list":6},"Ferry returns",)"
      R"(["Date","2025-06-03T08:15:00Z"],[7,4],42])",
      flat);
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0].origin, "script#__NUXT_DATA__");
  const JsonValue post = data[0].json.root()["post"];
  EXPECT_EQ(post["title"].string(), "Ferry returns");
  EXPECT_EQ(post["at"].string(), "2025-06-03T08:15:00Z");
  EXPECT_EQ(post["list"].at(0).integer(), 42);
  EXPECT_EQ(post["list"].at(1).string(), "Ferry returns");
  EXPECT_EQ(data[0].json.root()["gone"].kind(), JsonValue::Kind::null);
  EXPECT_EQ(data[0].json.root()["far"].kind(), JsonValue::Kind::null);
}

TEST(FlatList, EndsWherePlacesGoInCirclesOrMultiply) {
  EXPECT_EQ(data_of(R"([{"self":0,"more":1},[1,["Ref",1],["Reactive",2]]])", flat).size(), 1u);
  EXPECT_TRUE(data_of(R"([["Reactive",0],["Ref",1]])", flat).empty());
  // Each list holds the next one twice: two to the power of 60 if written out.
  std::string doubling = "[";
  for (int i = 1; i <= 60; ++i) doubling += "[" + std::to_string(i) + "," + std::to_string(i) + "],";
  EXPECT_EQ(data_of(doubling + "\"end\"]", flat).size(), 1u);
}

TEST(Entities, StandInThePlacesOfTheirReferences) {
  Fixture fixture(
      "<title>Ferry returns</title><script>window.__APOLLO_STATE__={\"ROOT_QUERY\":{},"
      "\"Article:1\":{\"title\":\"Ferry returns\",\"content\":[{\"__ref\":\"P:0\"},{\"__ref\":\"P:1\"}],"
      "\"authors\":[{\"__ref\":\"Author:9\"}]},\"Author:9\":{\"name\":\"Ann Lee\","
      "\"articles\":[{\"__ref\":\"Article:1\"}]},"
      "\"P:0\":{\"__typename\":\"Paragraph\",\"text\":" +
      quoted(first) + "},\"P:1\":{\"__typename\":\"Paragraph\",\"text\":" + quoted(second) + "}};</script>");
  const auto found = embedded_article(fixture.context);
  ASSERT_TRUE(found);
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
  EXPECT_EQ(found->authors, Texts{"Ann Lee"});
  EXPECT_EQ(found->origins.at("body"), "window.__APOLLO_STATE__");
}

TEST(Entities, ThatReferToEachOtherCostNoMoreThanTheirLength) {
  std::string cache = "window.s={\"ROOT_QUERY\":{}";
  std::string all;
  for (int i = 0; i < 300; ++i)
    all += (i > 0 ? ",{\"__ref\":\"" : "{\"__ref\":\"") + std::to_string(i) + "\"}";
  for (int i = 0; i < 300; ++i)
    cache += ",\"" + std::to_string(i) + "\":{\"title\":\"One of many\",\"all\":[" + all + "]}";
  const auto data = data_of(cache + "};");
  EXPECT_EQ(data.size(), 2u);
}

// ---- streamed elements ----------------------------------------------------------------------------

std::string pushed(const std::string& rows) {
  return "<script>self.__next_f.push([1," + quoted(rows) + "])</script>";
}

TEST(StreamedElements, AreReadLikeThePageTheyBecome) {
  Fixture fixture(
      "<title>Ferry returns</title>" +
      pushed(R"(2:["$","article",null,{"children":[["$","h1",null,{"children":"Ferry returns"}],"$L3",)"
             R"(["$","$L9",null,{"children":["$","p",null,{"children":[)" +
             quoted(second) + R"(," & ",["$","b",null,{"children":5}]]}]}]]}])") +
      "<script>self.__next_f.push([1,\"\\n3:" + "\"])</script>" +
      pushed(R"(["$","p",null,{"children":)" + quoted(first) + "}]"));
  const auto found = embedded_article(fixture.context);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
  EXPECT_EQ(found->origins.at("body"), "__next_f");
  EXPECT_EQ(texts(found->body), (Texts{first, second + " & 5"}));
}

TEST(StreamedElements, SurviveDepthAndRowsThatHoldThemselves) {
  std::string deep;
  for (int i = 0; i < 5'000; ++i) deep += R"(["$","div",null,{"children":)";
  Fixture nested(pushed("1:" + deep));
  EXPECT_FALSE(embedded_article(nested.context));
  Fixture circle(pushed(R"(1:["$","p",null,{"children":["$L1","$L2"]}])") + pushed("x"));
  EXPECT_FALSE(embedded_article(circle.context));
}

// ---- trees of nodes -------------------------------------------------------------------------------

TEST(NodeTree, ReadsElementsByTheirHtmlNames) {
  EXPECT_EQ(
      tree(R"([{"type":"p","children":[{"type":"text","data":"One "},{"type":"a","attribs":{"href":"/x"},
    "children":[{"type":"text","data":"link"}]},{"type":"text","data":" &amp; more"}]},
    {"type":"h3","children":[{"type":"text","data":"Head"}]},
    {"type":"ul","children":[{"type":"li","children":[{"type":"text","data":"item"}]}]}])"),
      (Texts{"One link & more", "Head", "item"}));
}

TEST(NodeTree, KeepsLinksAbsolute) {
  Fixture fixture("<p>page</p>");
  const auto json = JsonDocument::parse(
      R"([{"type":"p","children":[{"type":"a","attribs":{"href":"/x"},"children":[{"type":"text","data":"link"}]}]}])");
  const auto blocks = blocks_of_node_tree(json.root(), fixture.context);
  ASSERT_EQ(blocks.size(), 1u);
  ASSERT_EQ(blocks[0].spans.size(), 1u);
  EXPECT_EQ(blocks[0].spans[0].href, "https://news.example/x");
  EXPECT_EQ(blocks[0].source, SourceRange{});
}

TEST(NodeTree, ReadsParserTreesWithTagNames) {
  EXPECT_EQ(tree(R"([{"type":"element","tagName":"p","attributes":[{"key":"class","value":"a"}],
    "children":[{"type":"text","content":"One"}]},{"type":"tag","name":"h2","children":[{"type":"text","data":"Two"}]}])"),
            (Texts{"One", "Two"}));
}

TEST(NodeTree, LeavesOutUnknownKindsAndSaysSo) {
  Fixture fixture("<p>page</p>");
  const auto json = JsonDocument::parse(R"([{"type":"p","children":[{"type":"text","data":"One"}]},
    {"type":"inline-ad-slot"},{"type":"inline-widget","data":"Vote now"},{"type":"track-viewed-percentage"}])");
  EXPECT_EQ(texts(blocks_of_node_tree(json.root(), fixture.context)), Texts{"One"});
  ASSERT_EQ(fixture.context.ledger().removals().size(), 1u);
  EXPECT_EQ(fixture.context.ledger().removals()[0].kind, Boilerplate::widget);
  EXPECT_EQ(fixture.context.ledger().removals()[0].excerpt, "Vote now");
}

TEST(NodeTree, ReadsProseMirror) {
  EXPECT_EQ(
      tree(
          R"({"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Head"}]},
    {"type":"paragraph","content":[{"type":"text","text":"One "},{"type":"text","text":"two","marks":[{"type":"bold"}]}]},
    {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"item"}]}]}]}]})"),
      (Texts{"Head", "One two", "item"}));
}

TEST(NodeTree, ReadsSlate) {
  EXPECT_EQ(tree(R"([{"type":"paragraph","children":[{"text":"One "},{"text":"two","bold":true}]},
    {"type":"block-quote","children":[{"text":"said"}]}])"),
            (Texts{"One two", "said"}));
}

TEST(NodeTree, ReadsPortableText) {
  EXPECT_EQ(tree(R"([{"_type":"block","style":"h2","children":[{"_type":"span","text":"Head"}]},
    {"_type":"block","style":"normal","markDefs":[{"_key":"k","_type":"link","href":"/x"}],
     "children":[{"_type":"span","text":"see ","marks":[]},{"_type":"span","text":"this","marks":["k","strong"]}]},
    {"_type":"block","listItem":"bullet","style":"normal","children":[{"_type":"span","text":"a"}]},
    {"_type":"block","listItem":"bullet","style":"normal","children":[{"_type":"span","text":"b"}]}])"),
            (Texts{"Head", "see this", "a\nb"}));
}

TEST(NodeTree, ReadsEditorJs) {
  EXPECT_EQ(tree(R"({"blocks":[{"type":"header","data":{"text":"Head","level":3}},
    {"type":"paragraph","data":{"text":"One <b>two</b>"}},
    {"type":"list","data":{"style":"ordered","items":["a",{"content":"b","items":[{"content":"c","items":[]}]}]}}]})"),
            (Texts{"Head", "One two", "a\nb\nc"}));
}

TEST(NodeTree, ReadsLexicalAndContentful) {
  EXPECT_EQ(
      tree(
          R"({"root":{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","text":"One","format":1}]}]}})"),
      Texts{"One"});
  EXPECT_EQ(
      tree(
          R"({"nodeType":"document","content":[{"nodeType":"heading-2","content":[{"nodeType":"text","value":"Head"}]},
    {"nodeType":"paragraph","content":[{"nodeType":"text","value":"One "},
     {"nodeType":"hyperlink","data":{"uri":"/x"},"content":[{"nodeType":"text","value":"two"}]}]}]})"),
      (Texts{"Head", "One two"}));
}

TEST(NodeTree, ReadsDraftJs) {
  EXPECT_EQ(tree(R"({"blocks":[{"text":"One","type":"unstyled"},{"text":"Head","type":"header-two"},
    {"text":"a","type":"ordered-list-item"},{"text":"b","type":"ordered-list-item"}],"entityMap":{}})"),
            (Texts{"One", "Head", "a\nb"}));
}

TEST(NodeTree, ReadsBlocksOfHtmlStrings) {
  EXPECT_EQ(tree(R"([{"type":"text","content":"One <a href='/x'>two</a>"},{"type":"text","content":"Three"},
    {"type":"raw_html","content":"<p>Four</p>"}])"),
            (Texts{"One two", "Three", "Four"}));
}

TEST(NodeTree, TakesABareLessThanForText) {
  EXPECT_EQ(tree(R"([{"type":"p","children":[{"type":"text","data":"1 < 2 and <b> is a tag"}]}])"),
            Texts{"1 < 2 and <b> is a tag"});
}

TEST(NodeTree, MakesFiguresOfPictures) {
  Fixture fixture("<p>page</p>");
  const auto json = JsonDocument::parse(
      R"([{"type":"image","url":"/a.jpg","caption":"The pier","credit":"Jo Ray","width":800,"height":600}])");
  const auto blocks = blocks_of_node_tree(json.root(), fixture.context);
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].type, BlockType::figure);
  ASSERT_EQ(blocks[0].images.size(), 1u);
  EXPECT_EQ(blocks[0].images[0].url, "https://news.example/a.jpg");
  EXPECT_EQ(blocks[0].images[0].width, 800);
  EXPECT_NE(text_of(blocks[0]).find("The pier"), std::string::npos);
}

TEST(NodeTree, SurvivesDeepAndOddTrees) {
  std::string json;
  for (int i = 0; i < 400; ++i) json += "{\"type\":\"div\",\"children\":[";
  for (int i = 0; i < 400; ++i) json += "]}";
  EXPECT_TRUE(tree(json).empty());
  EXPECT_TRUE(tree("[null,1,true,{},[],[[]],{\"type\":5},{\"children\":{}}]").empty());
}

// ---- text -----------------------------------------------------------------------------------------

TEST(BlocksOfText, TakesEmptyLinesOrElseLinesForTheEdgesOfParagraphs) {
  EXPECT_EQ(texts(blocks_of_text("a\nb\n\nc\n")), (Texts{"a b", "c"}));
  EXPECT_EQ(texts(blocks_of_text("a\nb")), (Texts{"a", "b"}));
  EXPECT_TRUE(blocks_of_text(" \n\n ").empty());
}

TEST(BlocksOfHtml, LeavesThePagesOwnLedgerMarksAlone) {
  Fixture fixture("<p>one</p><p>two</p><p>three</p>");
  for (Node node = fixture.document.root(); node; node = node.following()) {
    if (node.is(Tag::p)) fixture.context.ledger().cut(node, Boilerplate::other, "test");
  }
  EXPECT_EQ(texts(blocks_of_html("<p>a</p><p>b</p>", fixture.context)), (Texts{"a", "b"}));
}

TEST(BlocksOfHtml, HonoursThePagesBase) {
  Fixture fixture("<base href='https://cdn.example/y/'><p>x</p>");
  const auto blocks = blocks_of_html("<p><a href='z'>link</a></p>", fixture.context);
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].spans[0].href, "https://cdn.example/y/z");
}

// ---- the article among the data -------------------------------------------------------------------

TEST(ArticleIn, ReadsAHtmlBodyAndWhatStandsBesideIt) {
  const auto found =
      article(R"({"props":{"story":{"headline":"Ferry returns","body":)" +
              quoted("<p>" + first + "</p><p>" + second + "</p>") +
              R"(,"authors":[{"name":"Ann Lee"},{"name":"Bo Chan"}],"publishedDate":1740816000000,
    "updatedAt":"2025-03-02T10:00:00Z","subHeadline":"It sails","section":{"name":"City"},"tags":["harbour",{"name":"ships"}],
    "images":[{"url":"/a.jpg","width":900}],"language":"en_GB","url":"/city/ferry?utm_source=x","source":"Coast Wire"}}})");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
  EXPECT_EQ(found->authors, (Texts{"Ann Lee", "Bo Chan"}));
  ASSERT_TRUE(found->published && found->modified && found->image);
  EXPECT_EQ(found->published->rfc3339(), "2025-03-01T08:00:00Z");
  EXPECT_EQ(found->modified->rfc3339(), "2025-03-02T10:00:00Z");
  EXPECT_EQ(found->subtitle, "It sails");
  EXPECT_EQ(found->section, "City");
  EXPECT_EQ(found->topics, (Texts{"harbour", "ships"}));
  EXPECT_EQ(found->image->url, "https://news.example/a.jpg");
  EXPECT_EQ(found->language, "en-GB");
  EXPECT_EQ(found->canonical_url, "https://news.example/city/ferry");
  EXPECT_EQ(found->publisher, "Coast Wire");
  EXPECT_EQ(found->origins.at("body"), "test");
}

TEST(ArticleIn, ReadsParagraphsAsAList) {
  const auto found =
      article(R"({"title":"Ferry returns","paragraphs":[)" + quoted(first) + "," + quoted(second) + "]}");
  ASSERT_TRUE(found);
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
}

TEST(ArticleIn, ReadsPlainTextAndMarkdown) {
  const auto plain = article(R"({"title":"Ferry returns","content":)" +
                             quoted(first).insert(1 + first.size(), "\\n\\n" + second) + "}");
  ASSERT_TRUE(plain);
  EXPECT_EQ(texts(plain->body), (Texts{first, second}));
  const auto marked = article(R"({"title":"Ferry returns","markdown":"## Morning\n\n)" + first +
                              R"(\n\n- rope\n- paint\n\n)" + second + R"("})");
  ASSERT_TRUE(marked);
  EXPECT_EQ(texts(marked->body), (Texts{"Morning", first, "rope\npaint", second}));
  EXPECT_EQ(marked->body[0].type, BlockType::heading);
  EXPECT_EQ(marked->body[2].type, BlockType::list);
}

TEST(ArticleIn, ReadsATreeBehindAWrapper) {
  const auto found = article(R"({"payload":{"data":{"article":{"headline":"Ferry returns","body":{"json":[
    {"type":"p","children":[{"type":"text","data":)" +
                             quoted(first) + R"(}]},
    {"type":"p","children":[{"type":"text","data":)" +
                             quoted(second) + "}]}]}}}}}");
  ASSERT_TRUE(found);
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
}

TEST(ArticleIn, ReadsRenderedTitleAndContent) {
  const auto found = article(R"({"title":{"rendered":"Ferry &#8217;s back"},"content":{"rendered":)" +
                             quoted("<p>" + first + "</p><p>" + second + "</p>") + "}}");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry ’s back");
}

TEST(ArticleIn, OpensStringsThatHoldJson) {
  const std::string inner =
      R"({"title":"Ferry returns","body":)" + quoted("<p>" + first + "</p><p>" + second + "</p>") + "}";
  const auto found = article(R"({"state":)" + quoted(inner) + "}");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
}

TEST(ArticleIn, PrefersTheExpectedTitleToTheLongestBody) {
  const std::string json = R"({"main":{"title":"Ferry returns","body":)" +
                           quoted("<p>" + first + "</p><p>" + second + "</p>") +
                           R"(},"other":{"title":"Tram stops","body":)" +
                           quoted("<p>" + first + "</p><p>" + second + "</p><p>" + first + "</p>") + "}}";
  EXPECT_EQ(article(json, "Ferry returns")->title, "Ferry returns");
  EXPECT_EQ(article(json)->title, "Tram stops");
}

// Sections are a list of things, not a body, where there is one that says so.
TEST(ArticleIn, TakesWhatIsCalledBodyBeforeListsOfOtherThings) {
  const auto found = article(
      R"({"article":{"headline":"Ferry returns","sections":[{"value":[{"name":"City"}]}],
      "publishedDate":"2025-08-01","authors":[{"name":"Ann Lee"}],
      "body":{"json":[{"type":"p","children":[{"type":"text","data":)" +
      quoted(first) + R"(}]},{"type":"p","children":[{"type":"text","data":)" + quoted(second) + "}]}]}}}");
  ASSERT_TRUE(found);
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
  EXPECT_EQ(found->authors, Texts{"Ann Lee"});
  EXPECT_TRUE(found->published);
}

TEST(ArticleIn, ReadsFieldsOfWhatTheArticleCameInToo) {
  const auto found = article(R"({"meta":{"authors":["Ann Lee"]},"date":"2025-08-01","title":"Ferry returns",
      "content":{"title":"Ferry returns","body":)" +
                             quoted("<p>" + first + "</p><p>" + second + "</p>") + "}}");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
  EXPECT_EQ(found->authors, Texts{"Ann Lee"});
  EXPECT_TRUE(found->published);
}

TEST(ArticleIn, PrefersAnArticleByItselfToOneInAList) {
  const auto entry = [](const std::string& title) {
    return R"({"title":")" + title + R"(","body":)" +
           quoted("<p>" + first + "</p><p>" + second + "</p><p>" + second + "</p>") + "}";
  };
  const auto found = article(R"({"related":[)" + entry("Tram stops") + "," + entry("Bus waits") + "," +
                             entry("Train late") + R"(],"page":{"title":"Ferry returns","body":)" +
                             quoted("<p>" + first + "</p><p>" + second + "</p>") + "}}");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
}

TEST(ArticleIn, TakesNoTeaserForAnArticle) {
  EXPECT_FALSE(article(R"({"title":"Ferry returns","body":"A short line about it."})"));
  EXPECT_FALSE(article(R"({"title":"Ferry returns","url":"/a/very/long/address/that/is/not/a/body"})"));
  EXPECT_FALSE(
      article(R"({"title":"Ferry returns","text":)" + quoted(first + " " + first) + "}", "Ferry returns"));
  EXPECT_FALSE(article("[]"));
}

TEST(ArticleIn, DropsTheHeadlineFromTheHeadOfTheBody) {
  const auto found = article(R"({"title":"Ferry returns","html":)" +
                             quoted("<h1>Ferry returns</h1><p>" + first + "</p><p>" + second + "</p>") + "}");
  ASSERT_TRUE(found);
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
}

TEST(EmbeddedArticle, IsFoundByThePagesOwnTitle) {
  Fixture fixture(
      "<title>Ferry returns</title><div id=root></div><script id='__NEXT_DATA__' type='application/json'>"
      R"({"p":{"headline":"Ferry returns","body":)" +
      quoted("<p>" + first + "</p><p>" + second + "</p>") + "}}</script>");
  const auto found = embedded_article(fixture.context);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
  EXPECT_EQ(found->origins.at("body"), "script#__NEXT_DATA__");
  EXPECT_EQ(texts(found->body), (Texts{first, second}));
}

TEST(EmbeddedArticle, FallsBackToArticleBody) {
  Fixture fixture(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
      "returns\",\"articleBody\":" +
      quoted(first) + "}</script>");
  const auto found = embedded_article(fixture.context);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, "Ferry returns");
  EXPECT_EQ(found->origins.at("body"), "json-ld NewsArticle.articleBody");
}

TEST(EmbeddedArticle, GivesNothingWhereThereIsNone) {
  Fixture fixture("<title>x</title><script>window.a={\"title\":\"settings\",\"body\":\"no\"}</script>");
  EXPECT_FALSE(embedded_article(fixture.context));
}

}  // namespace
}  // namespace pith
