#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/pointer.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/render/json.hpp"
#include "pith/extraction.hpp"
#include "tests/core/render/sample_extractions.hpp"

/// The closed lists of docs/reference/pith-extraction.schema.json are those of the SDK.
namespace pith {
namespace {

using Names = std::vector<std::string>;

const rapidjson::Document& schema() {
  static const rapidjson::Document kSchema = [] {
    std::ifstream file(PITH_SCHEMA_FILE);
    rapidjson::IStreamWrapper stream(file);
    rapidjson::Document document;
    document.ParseStream<rapidjson::kParseIterativeFlag>(stream);
    return document;
  }();
  return kSchema;
}

Names enumeration(const char* pointer) {
  Names names;
  const rapidjson::Value* list = rapidjson::Pointer(pointer).Get(schema());
  if (list == nullptr || !list->IsArray()) return names;
  for (const rapidjson::Value& name : list->GetArray()) names.emplace_back(name.GetString());
  return names;
}

/// All names up to and with that of `last`.
template <typename Enum>
Names names_up_to(Enum last) {
  Names names;
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    names.emplace_back(name_of(static_cast<Enum>(value)));
  }
  return names;
}

TEST(Schema, IsValidJson) {
  ASSERT_TRUE(schema().IsObject()) << PITH_SCHEMA_FILE;
}

TEST(Schema, ListsEveryStatus) {
  EXPECT_EQ(enumeration("/properties/status/enum"), names_up_to(Status::failed));
}

TEST(Schema, ListsEveryKindOfBoilerplate) {
  EXPECT_EQ(enumeration("/$defs/boilerplate/enum"), names_up_to(Boilerplate::other));
}

TEST(Schema, ListsEveryTypeOfBlock) {
  EXPECT_EQ(enumeration("/$defs/block/properties/type/enum"), names_up_to(BlockType::divider));
}

TEST(Schema, ListsEveryCompleteness) {
  EXPECT_EQ(enumeration("/$defs/completeness/enum"), names_up_to(Completeness::empty));
}

TEST(Schema, TheDocumentedExampleIsWhatIsWritten) {
  std::ifstream file(PITH_SCHEMA_PAGE);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  JsonOptions options;
  options.url = "https://harbour.example/trade/ships";
  options.explain = true;
  options.pretty = true;
  const std::string example = render_json(test::documented_extraction(), options);
  EXPECT_NE(page.find("```json\n" + example + "\n```\n"), std::string::npos) << example;
}

TEST(Schema, HasTheVersionThatIsWritten) {
  const rapidjson::Value* version = rapidjson::Pointer("/properties/schema/const").Get(schema());
  ASSERT_NE(version, nullptr);
  EXPECT_EQ(version->GetString(), kJsonSchema);
}

}  // namespace
}  // namespace pith
