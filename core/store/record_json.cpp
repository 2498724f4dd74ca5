#include "core/store/record_json.hpp"

#include "core/render/json_writer.hpp"
#include "pith/json.hpp"

namespace pith {
namespace {

using Json = JsonWriter<CompactJson>;

/// A list with one value for each record, written by `write`.
template <typename Record, typename Write>
std::string list_json(const std::vector<Record>& records, Write write) {
  if (records.empty()) return "[]";
  rapidjson::StringBuffer buffer;
  CompactJson writer(buffer);
  Json json(writer);
  json.begin_array();
  for (const Record& record : records) write(json, record);
  json.end_array();
  return {buffer.GetString(), buffer.GetSize()};
}

void text_if_any(Json& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.text(name, value);
}

void number(Json& json, std::string_view name, std::uint64_t value) {
  json.key(name);
  json.number(static_cast<std::int64_t>(value));
}

}  // namespace

std::string links_json(const std::vector<LinkRecord>& links) {
  return list_json(links, [](Json& json, const LinkRecord& link) {
    json.begin_object();
    json.text("url", link.url);
    if (link.canonical_url != link.url) text_if_any(json, "canonical_url", link.canonical_url);
    text_if_any(json, "title", link.title);
    text_if_any(json, "relation", link.relation);
    text_if_any(json, "published", link.published);
    json.end_object();
  });
}

std::string ledger_json(const std::vector<LedgerRecord>& ledger) {
  return list_json(ledger, [](Json& json, const LedgerRecord& record) {
    json.begin_object();
    json.text("kind", record.kind);
    json.text("rule", record.rule);
    number(json, "removals", record.removals);
    number(json, "text_bytes", record.text_bytes);
    json.end_object();
  });
}

std::string names_json(const std::vector<std::string>& names) {
  return list_json(names, [](Json& json, const std::string& name) { json.string(name); });
}

std::vector<std::string> names_of(std::string_view json) {
  std::vector<std::string> names;
  const auto document = JsonDocument::parse(json);
  const JsonValue list = document.root();
  for (std::size_t i = 0; i < list.size(); ++i) names.emplace_back(list.at(i).string());
  return names;
}

std::string headers_json(const std::vector<std::pair<std::string, std::string>>& headers) {
  return list_json(headers, [](Json& json, const std::pair<std::string, std::string>& header) {
    json.begin_array();
    json.string(header.first);
    json.string(header.second);
    json.end_array();
  });
}

std::vector<std::pair<std::string, std::string>> headers_of(std::string_view json) {
  std::vector<std::pair<std::string, std::string>> headers;
  const auto document = JsonDocument::parse(json);
  const JsonValue list = document.root();
  for (std::size_t i = 0; i < list.size(); ++i) {
    headers.emplace_back(list.at(i).at(0).string(), list.at(i).at(1).string());
  }
  return headers;
}

}  // namespace pith
