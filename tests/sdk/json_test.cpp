#include "pith/json.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

using namespace std::string_literals;
using Kind = JsonValue::Kind;

/// What a member called "a" is after repair.
std::string mended_a(std::string_view text) {
  const JsonDocument document = JsonDocument::parse_lenient(text);
  EXPECT_TRUE(document) << text;
  EXPECT_TRUE(document.repaired()) << text;
  return document.root()["a"].scalar();
}

TEST(JsonValue, AnswersEveryQuestion) {
  const auto document =
      JsonDocument::parse(R"({"s":"x","n":1.5,"i":-7,"b":true,"z":null,"l":[1,"two"],"o":{"k":"v"}})");
  const JsonValue root = document.root();
  EXPECT_EQ(root.kind(), Kind::object);
  EXPECT_EQ(root.size(), 7U);
  EXPECT_EQ(root["s"].string(), "x");
  EXPECT_EQ(root["n"].number(), 1.5);
  EXPECT_EQ(root["n"].integer(), std::nullopt);
  EXPECT_EQ(root["i"].integer(), -7);
  EXPECT_EQ(root["b"].boolean(), true);
  EXPECT_EQ(root["z"].kind(), Kind::null);
  EXPECT_EQ(root["l"].at(1).string(), "two");
  EXPECT_EQ(root.at(6)["k"].string(), "v");
  EXPECT_EQ(root.name_at(6), "o");
  EXPECT_EQ(root.path("l.1").string(), "two");
  EXPECT_EQ(root.path("o.k").string(), "v");
}

TEST(JsonValue, IsEmptyWhereThereIsNothing) {
  const auto document = JsonDocument::parse(R"({"a":[1]})");
  const JsonValue root = document.root();
  EXPECT_FALSE(root["none"]["of"].at(3)["this"]);
  EXPECT_FALSE(root.path("a.7.b"));
  EXPECT_FALSE(root.path("a.x"));
  EXPECT_FALSE(root.path("a.99999999999999999999999"));
  EXPECT_FALSE(root.path("a.-1"));
  EXPECT_EQ(root["a"].string(), "");
  EXPECT_EQ(root["a"].number(), std::nullopt);
  EXPECT_EQ(root["a"].name_at(0), "");
  EXPECT_EQ(root["a"].at(0).size(), 0U);
  EXPECT_EQ(JsonValue().kind(), Kind::none);
  EXPECT_EQ(JsonDocument().root().scalar(), "");
}

TEST(JsonValue, WritesScalarsOut) {
  const auto document = JsonDocument::parse(R"(["s",12,1.5,1e3,true,18446744073709551615,null,[]])");
  const char* const expected[] = {"s", "12", "1.5", "1000", "true", "18446744073709551615", "", ""};
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(document.root().at(i).scalar(), expected[i]) << i;
  EXPECT_EQ(document.root().at(3).integer(), 1000);
  EXPECT_EQ(document.root().at(5).integer(), std::nullopt);
}

TEST(JsonValue, TakesTheFirstOfRepeatedNames) {
  EXPECT_EQ(JsonDocument::parse(R"({"a":1,"a":2})").root()["a"].integer(), 1);
}

// RFC 8259
TEST(JsonParse, IsStrict) {
  EXPECT_TRUE(JsonDocument::parse(" [1] "));
  for (const std::string_view text : {"", "[1,]", "[1] x", "{a:1}", "['a']", "[NaN]", "[1]//", "\"a\nb\"",
                                      "[", "\"\xFF\"", R"("\ud800")", R"("\udc00")"}) {
    EXPECT_FALSE(JsonDocument::parse(text)) << text;
  }
}

TEST(JsonParse, MovesWithItsValues) {
  auto first = JsonDocument::parse(R"({"a":"b"})");
  const JsonValue value = first.root()["a"];
  const JsonDocument second = std::move(first);
  EXPECT_EQ(value.string(), "b");
  EXPECT_EQ(second.root()["a"].string(), "b");
}

TEST(JsonParseLenient, LeavesGoodTextAlone) {
  EXPECT_FALSE(JsonDocument::parse_lenient("[1]").repaired());
}

TEST(JsonParseLenient, TakesRawControlCharactersInStrings) {
  EXPECT_EQ(mended_a("{\"a\":\"x\ny\tz\r\n\x01w\"}"), "x\ny\tz\n w");
}

TEST(JsonParseLenient, TakesTrailingCommasAndComments) {
  EXPECT_EQ(mended_a(R"({"a":"x",})"), "x");
  EXPECT_EQ(mended_a("// it's \"quoted\n{\"a\": /* [ */ \"x // y /* z\", \"b\":[1,2,],}"), "x // y /* z");
}

TEST(JsonParseLenient, TakesOffWrappers) {
  EXPECT_EQ(mended_a("<!-- {\"a\":1} -->"), "1");
  EXPECT_EQ(mended_a("<![CDATA[{\"a\":1}]]>"), "1");
  EXPECT_EQ(mended_a("//<![CDATA[\n{\"a\":1}\n//]]>"), "1");
  EXPECT_EQ(mended_a("/*<![CDATA[*/ {\"a\":1} /*]]>*/"), "1");
  EXPECT_EQ(mended_a("<!--//--><![CDATA[//><!--\n{\"a\":1}\n//--><!]]>"), "1");
  EXPECT_EQ(mended_a("\xEF\xBB\xBF{\"a\":1,}"), "1");
  EXPECT_EQ(mended_a("{\"a\":1};"), "1");
  EXPECT_EQ(mended_a("{&quot;a&quot;:&quot;x &amp;amp; y&quot;}"), "x &amp; y");
}

TEST(JsonParseLenient, PassesOverWhatFollowsTheValue) {
  EXPECT_EQ(mended_a(R"({"a":1}{"a":2})"), "1");
  EXPECT_EQ(mended_a(R"({"a":1}</p> [garbage)"), "1");
}

TEST(JsonParseLenient, TakesWhatOnlyJavaScriptKnowsForNull) {
  const auto document =
      JsonDocument::parse_lenient(R"({"a":undefined,"b":NaN,"c":-Infinity,"d":"undefined"})");
  for (const char* name : {"a", "b", "c"}) EXPECT_EQ(document.root()[name].kind(), Kind::null) << name;
  EXPECT_EQ(document.root()["d"].string(), "undefined");
}

TEST(JsonParseLenient, ClosesWhatBreaksOff) {
  EXPECT_EQ(mended_a(R"({"a":"x","b":"unfini)"), "x");
  EXPECT_EQ(JsonDocument::parse_lenient(R"({"a":"x","b":"unfini)").root()["b"].string(), "unfini");
  EXPECT_EQ(mended_a(R"({"a":"x)"), "x");
  EXPECT_EQ(mended_a(R"({"a":"x\)"), "x");
  EXPECT_EQ(mended_a(R"({"a":"x\\)"), "x\\");
  EXPECT_EQ(mended_a(R"({"a":"x\u00e)"), "x");
  EXPECT_EQ(mended_a(R"({"a":")"), "");
  EXPECT_EQ(mended_a(R"({"a":"x","b)"), "x");
  EXPECT_EQ(mended_a(R"({"a":"x","b":)"), "x");
  EXPECT_EQ(mended_a(R"({"a":"x","b":tr)"), "x");
  EXPECT_EQ(JsonDocument::parse_lenient(R"({"l":[{"k":["y","z)").root().path("l.0.k.1").string(), "z");
  EXPECT_EQ(JsonDocument::parse_lenient("[").root().kind(), Kind::array);
}

TEST(JsonParseLenient, TakesQuotesThatNobodyEscaped) {
  EXPECT_EQ(mended_a(R"({"a":"he said "no" twice","b":1})"), R"(he said "no" twice)");
}

TEST(JsonParseLenient, TakesEscapesOfJavaScript) {
  EXPECT_EQ(mended_a(R"({"a":"it\'s \x3Cb\x3e \d"})"), "it's <b> d");
}

TEST(JsonParseLenient, GivesWellFormedStringsOnly) {
  EXPECT_EQ(mended_a(R"({"a":"x\ud83dy"})"), "x\uFFFDy");
  EXPECT_EQ(mended_a(R"({"a":"x\ude00y"})"), "x\uFFFDy");
  EXPECT_EQ(mended_a(R"({"a":"\ud83d\ud83d\ude00,"})"), "\uFFFD\U0001F600,");
  EXPECT_EQ(mended_a("{\"a\":\"x\xFFy\"}"), "x\uFFFDy");
  EXPECT_EQ(mended_a("{\"a\":\"x\xC3"), "x\uFFFD");
}

TEST(JsonParseLenient, GivesUpOnWhatIsNoJson) {
  for (const std::string_view text :
       {"", " ", "hello", "<p>", "{]", "function(){}", ";", "\"", "\\", "&quot;"}) {
    EXPECT_FALSE(JsonDocument::parse_lenient(text).root().is_object()) << text;
  }
}

TEST(JsonParseLenient, EndsWhereValuesGoTooDeep) {
  EXPECT_TRUE(JsonDocument::parse(std::string(1000, '[') + std::string(1000, ']')));
  EXPECT_FALSE(JsonDocument::parse(std::string(1001, '[') + std::string(1001, ']')));
  for (const std::string_view piece : {"[", "{\"a\":", "[{\"a\":", "\"[", "// \"\n["}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_FALSE(JsonDocument::parse_lenient(text).root().is_array()) << piece;
  }
}

TEST(JsonParseLenient, IsLinearInHostileText) {
  for (const std::string_view piece :
       {"\\", "\"", "\" ", "/*", "//\n", "[1,", "\"\\\"", "&quot;", "<!--", "{\"a\":\"\\"}) {
    std::string text = "{\"a\":\"x";
    while (text.size() < 2'000'000) text += piece;
    JsonDocument::parse_lenient(text);
    text.erase(0, 7);
    JsonDocument::parse_lenient(text);
  }
  SUCCEED();
}

TEST(JsonParseAssignment, FindsTheValueOfAVariable) {
  const auto value = [](std::string_view script, std::string_view name = "window.__DATA__") {
    return JsonDocument::parse_assignment(script, name).root()["a"].scalar();
  };
  EXPECT_EQ(value("window.__DATA__ = {\"a\":1};foo()"), "1");
  EXPECT_EQ(value("window.__DATA__={\"a\":{}}, window.x={\"a\":2}", "window.x"), "2");
  EXPECT_EQ(value("window[\"__DATA__\"] = {\"a\":1}"), "1");
  EXPECT_EQ(value("var __DATA__ = {\"a\":1}"), "1");
  EXPECT_EQ(value("var data = {\"a\":1}", "data"), "1");
  EXPECT_EQ(value("var data = JSON.parse('{\"a\":1}')", "var data"), "1");
  EXPECT_EQ(
      value("if (window.__DATA__ == 1) x = window.__DATA__; window.__DATA__ = {\"a\":\"}\",\"b\":undefined}"),
      "}");
  EXPECT_EQ(value("my_window.__DATA__ = {\"a\":2}; window.__DATA__ = {\"a\":1}"), "1");
  EXPECT_EQ(value("window.__DATA__ = {\"a\":\"broken o"), "broken o");
}

TEST(JsonParseAssignment, ReadsStringsOfJson) {
  const auto value = [](std::string_view script) {
    return JsonDocument::parse_assignment(script, "x").root()["a"].scalar();
  };
  EXPECT_EQ(value(R"(x = JSON.parse("{\"a\":\"q\\\"\\n\"}"))"), "q\"\n");
  EXPECT_EQ(value(R"(x = JSON.parse( '{"a":"it\'s \u003cb\u003E \x41"}' );)"), "it's <b> A");
  EXPECT_EQ(value(R"(x = JSON.parse(`{"a":1}`))"), "1");
  EXPECT_EQ(value(R"(x = "{\"a\":1}")"), "1");
  EXPECT_EQ(value(R"(x = JSON.parse(y))"), "");
}

TEST(JsonParseAssignment, IsEmptyWhereThereIsNone) {
  for (const std::string_view script :
       {"", "x", "x =", "x == {\"a\":1}", "x => {}", "xx = {\"a\":1}", "x = y", "x = \"text\""}) {
    EXPECT_FALSE(JsonDocument::parse_assignment(script, "x")) << script;
  }
  EXPECT_FALSE(JsonDocument::parse_assignment("={}", ""));
}

TEST(JsonParseAssignment, IsLinearInManyAssignments) {
  std::string script;
  while (script.size() < 2'000'000) script += "x=[";
  EXPECT_FALSE(JsonDocument::parse_assignment(script, "x"));
}

TEST(JsonNextFlightText, ConcatenatesTheTexts) {
  const std::string script = R"js((self.__next_f=self.__next_f||[]).push([0]);
      self.__next_f.push([1,"a:[\"x]\",1]\n"]);
      self.__next_f.push([1,"b\u003cc \ud83d\ude00 self.__next_f.push([1,\"no\"])"]))js";
  EXPECT_EQ(JsonDocument::next_flight_text(script),
            "a:[\"x]\",1]\nb<c \U0001F600 self.__next_f.push([1,\"no\"])");
  EXPECT_EQ(JsonDocument::next_flight_text("self.__next_f.push([2,\"x\"]);self.__next_f.push([1])"), "");
  EXPECT_EQ(JsonDocument::next_flight_text("self.__next_f.push([1,\"cut of"), "cut of");
}

TEST(JsonNextFlightText, IsLinearInManyCalls) {
  std::string script;
  while (script.size() < 2'000'000) script += "self.__next_f.push([";
  EXPECT_EQ(JsonDocument::next_flight_text(script), "");
}

}  // namespace
}  // namespace pith
