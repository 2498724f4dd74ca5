#include <string>
#include <utility>

#include "embedded/nuxt_call.hpp"
#include "embedded/references.hpp"
#include "embedded/script_values.hpp"
#include "pith/embedded_article.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t max_documents = 256;
/// Shorter ones are settings.
constexpr std::size_t min_attribute = 200;

enum class ScriptKind { program, json, other };

ScriptKind kind_of(Node script) {
  const std::string type = lower_ascii(trim(script.attribute("type")));
  if (type.find("ld+json") != std::string::npos) return ScriptKind::other;
  if (type.empty() || type == "module" || type.find("javascript") != std::string::npos ||
      type.find("ecmascript") != std::string::npos)
    return ScriptKind::program;
  return type.find("json") != std::string::npos ? ScriptKind::json : ScriptKind::other;
}

std::string script_origin(Node script) {
  const auto id = script.id();
  if (!id.empty()) return "script#" + std::string(id);
  return "script[type=" + std::string(trim(script.attribute("type"))) + "]";
}

/// Reads the scripts of one page, in document order.
class DataReader {
 public:
  std::vector<EmbeddedData> read(const Document& document) {
    for (Node node = document.root(); node; node = node.following()) {
      if (data_.size() >= max_documents) break;
      if (node.is_element()) read_attributes(node);
      if (!node.is(Tag::script)) continue;
      const auto text = node.raw_text();
      const ScriptKind kind = kind_of(node);
      if (kind == ScriptKind::json) read_json(node, text);
      if (kind == ScriptKind::program) read_program(text);
    }
    for (auto& row : embedded::flight_rows(flight_))
      add("__next_f " + row.id, JsonDocument::parse_lenient(row.json));
    return std::move(data_);
  }

 private:
  /// Programs find their first state in `data-page`, `data-props` and the like, too.
  void read_attributes(Node node) {
    for (const Node::Attribute& attribute : node.attributes()) {
      const auto value = trim(attribute.value);
      if (value.size() < min_attribute || !attribute.name.starts_with("data-")) continue;
      if (value.front() == '{' || value.front() == '[')
        add("attribute " + std::string(attribute.name), JsonDocument::parse_lenient(value));
    }
  }

  void read_json(Node script, std::string_view text) {
    const bool flat = script.id() == "__NUXT_DATA__" || script.has_attribute("data-nuxt-data");
    auto json = JsonDocument::parse_lenient(text);
    if (flat) json = JsonDocument::parse(embedded::json_of_flat_list(json.root(), text.size()));
    add_resolved(script_origin(script), std::move(json), text.size());
  }

  void read_program(std::string_view script) {
    add("window.__NUXT__", JsonDocument::parse_lenient(embedded::json_of_nuxt_call(script)));
    if (script.find("__next_f") != std::string_view::npos) flight_ += JsonDocument::next_flight_text(script);
    for (auto& value : embedded::script_values(script)) {
      auto json = value.is_parse_call ? JsonDocument::parse_assignment(value.text, value.name)
                                      : JsonDocument::parse_lenient(value.text);
      add_resolved(std::move(value.name), std::move(json), value.text.size());
    }
  }

  /// A cache of entities that refer to each other, first with the references resolved.
  void add_resolved(std::string origin, JsonDocument json, std::size_t bytes) {
    add(origin, JsonDocument::parse(embedded::json_of_entities(json.root(), bytes)));
    add(std::move(origin), std::move(json));
  }

  void add(std::string origin, JsonDocument json) {
    const JsonValue root = json.root();
    if ((root.is_object() || root.is_array()) && root.size() > 0 && data_.size() < max_documents)
      data_.push_back({std::move(origin), std::move(json)});
  }

  std::vector<EmbeddedData> data_;
  std::string flight_;
};

}  // namespace

std::vector<EmbeddedData> embedded_data(const Document& document) {
  return DataReader().read(document);
}

}  // namespace pith
