#include "core/render/article_reader.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <optional>
#include <string>

#include "core/render/block_reader.hpp"
#include "core/render/json_members.hpp"
#include "core/render/rfc3339.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

void parse(std::string_view text, rapidjson::Document& json) {
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                     text.size());
  if (!json.HasParseError()) return;
  throw Error("not JSON at byte " + std::to_string(json.GetErrorOffset()) + " (" +
              rapidjson::GetParseError_En(json.GetParseError()) + ")");
}

/// A date that nobody could read has only what was written.
std::optional<DateTime> read_time(const JsonMembers& members, const std::string& name) {
  const std::string text = members.text(name);
  std::string raw = members.text(name + "_raw");
  if (text.empty() && raw.empty()) return std::nullopt;
  std::optional<DateTime> time = text.empty() ? DateTime() : read_rfc3339(text);
  if (!time) members.fail(name, "is not a date");
  time->raw = std::move(raw);
  return time;
}

Completeness read_completeness(const JsonMembers& members) {
  const std::string name = members.text("completeness");
  if (name.empty()) return Completeness::full;
  for (const Completeness each : {Completeness::full, Completeness::excerpt, Completeness::empty}) {
    if (name == name_of(each)) return each;
  }
  members.fail("completeness", "is none of full, excerpt and empty");
}

void read_origins(const JsonMembers& members, Article& article) {
  const rapidjson::Value* origins = members.find("origins");
  if (origins == nullptr) return;
  if (!origins->IsObject()) members.fail("origins", "is not an object");
  const JsonMembers each(*origins, members.place_of("origins"));
  for (const auto& origin : origins->GetObject()) {
    const std::string name = string_of(origin.name);
    if (!origin.value.IsString()) each.fail(name, "is not a string");
    article.origins[name] = string_of(origin.value);
  }
}

}  // namespace

Article read_article(std::string_view json) {
  rapidjson::Document document;
  parse(json, document);
  const JsonMembers members(document, {});
  Article article;
  article.url = members.text("url");
  if (members.find("kind") != nullptr) article.kind = members.text("kind");
  article.title = members.text("title");
  article.subtitle = members.text("subtitle");
  article.authors = members.texts("authors");
  article.published = read_time(members, "published");
  article.modified = read_time(members, "modified");
  article.language = members.text("language");
  article.canonical_url = members.text("canonical_url");
  article.site_name = members.text("site_name");
  article.publisher = members.text("publisher");
  article.section = members.text("section");
  article.topics = members.texts("topics");
  article.summary = members.text("summary");
  if (const rapidjson::Value* image = members.find("image")) {
    article.image = read_image(*image, members.place_of("image"));
  }
  article.licence = members.text("licence");
  article.is_accessible_for_free = members.boolean("is_accessible_for_free");
  article.syndicated_from = members.text("syndicated_from");
  article.completeness = read_completeness(members);
  article.body = read_blocks(members, "blocks");
  read_origins(members, article);
  return article;
}

}  // namespace pith
