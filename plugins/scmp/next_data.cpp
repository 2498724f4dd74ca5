#include "next_data.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "pith/pith.hpp"

namespace scmp_data {
namespace {

using pith::Article;
using pith::Block;
using pith::BlockType;
using pith::JsonDocument;
using pith::JsonValue;
using pith::PageContext;

/// Values of streamed data that are looked at.
constexpr std::size_t most_values = 200'000;

/// Follows Apollo's references: `{"__ref": "Type:id"}` (since version 3) or `{"id": "Type:id", ...}` into
/// the table of all objects. Without a table, values stand where they belong.
class Lookup {
 public:
  Lookup() = default;
  explicit Lookup(JsonValue table) : table_(table) {}

  JsonValue operator()(JsonValue value) const {
    if (!table_ || !value.is_object()) return value;
    for (const char* key : {"__ref", "id"}) {
      if (const JsonValue target = table_[value[key].string()]) return target;
    }
    return value;
  }

 private:
  JsonValue table_;
};

/// A member whose name may carry the arguments of its query: `body` or `body({"customization":...})`.
JsonValue member(JsonValue object, std::string_view name) {
  if (const JsonValue exact = object[name]) return exact;
  for (std::size_t i = 0; i < object.size(); ++i) {
    const std::string_view key = object.name_at(i);
    if (key.starts_with(name) && key.substr(name.size()).starts_with("(")) return object.at(i);
  }
  return {};
}

std::optional<pith::DateTime> date_of(JsonValue value) {
  if (const auto ms = value.integer(); ms && *ms > 0) return pith::DateTime::from_unix_ms(*ms);
  return pith::parse_date(value.string());
}

std::string name_of_first(JsonValue list, const Lookup& lookup) {
  // `sections` is a list of lists, from the broadest to the narrowest.
  for (int level = 0; level < 4; ++level) {
    list = lookup(list);
    if (const std::string_view name = list["name"].string(); !name.empty()) return std::string(name);
    if (const JsonValue inner = list["value"]; inner.is_array()) list = inner;
    list = list.at(0);
  }
  return {};
}

void read_images(JsonValue images, const Lookup& lookup, PageContext& context, Article& article) {
  for (std::size_t i = 0; i < images.size(); ++i) {
    const JsonValue image = lookup(images.at(i));
    if (image["type"].string() != "leading") continue;
    pith::Image picture;
    picture.url = context.resolve(image["url"].string());
    if (picture.url.empty()) continue;
    picture.width = static_cast<int>(image["width"].integer().value_or(0));
    picture.height = static_cast<int>(image["height"].integer().value_or(0));
    article.image = picture;
    Block figure;
    figure.type = BlockType::figure;
    figure.images.push_back(std::move(picture));
    if (const std::string caption = pith::collapse_space(pith::decode_entities(image["title"].string()));
        !caption.empty()) {
      figure.spans.push_back({.text = caption});
    }
    article.body.insert(article.body.begin(), std::move(figure));
    return;
  }
}

void read_people_and_topics(JsonValue data, const Lookup& lookup, Article& article) {
  const JsonValue authors = data["authors"];
  for (std::size_t i = 0; i < authors.size(); ++i) {
    if (const std::string_view name = lookup(authors.at(i))["name"].string(); !name.empty()) {
      article.authors.emplace_back(pith::trim(name));
    }
  }
  const auto add_topic = [&](JsonValue topic) {
    const std::string name(lookup(topic)["name"].string());
    if (name.empty()) return;
    for (const std::string& known : article.topics) {
      if (known == name) return;
    }
    article.topics.push_back(name);
  };
  add_topic(data["firstTopic"]);
  for (std::size_t i = 0; i < data["topics"].size(); ++i) add_topic(data["topics"].at(i));
  article.section = name_of_first(data["sections"], lookup);
}

void write_origins(const std::string& origin, Article& article) {
  const auto say = [&](const char* field, bool given, const char* key) {
    if (given) article.origins[field] = origin + "." + key;
  };
  say("title", !article.title.empty(), "headline");
  say("subtitle", !article.subtitle.empty(), "subHeadline");
  say("authors", !article.authors.empty(), "authors");
  say("published", article.published.has_value(), "publishedDate");
  say("modified", article.modified.has_value(), "updatedDate");
  say("section", !article.section.empty(), "sections");
  say("topics", !article.topics.empty(), "topics");
  say("body", true, "body.json");
}

std::optional<Article> read_article(JsonValue data, const Lookup& lookup, const std::string& origin,
                                    PageContext& context) {
  JsonValue body = lookup(member(data, "body"));
  JsonDocument parsed;
  if (body["json"].is_string()) parsed = JsonDocument::parse_lenient(body["json"].string());
  JsonValue nodes = parsed ? parsed.root() : body["json"];
  if (nodes["json"]) nodes = nodes["json"];
  Article article;
  article.body = pith::blocks_of_node_tree(nodes, context);
  if (article.body.empty()) return std::nullopt;
  article.title = pith::collapse_space(pith::decode_entities(data["headline"].string()));
  const JsonValue sub = lookup(member(data, "subHeadline"));
  JsonDocument sub_parsed;
  if (sub["json"].is_string()) sub_parsed = JsonDocument::parse_lenient(sub["json"].string());
  article.subtitle =
      pith::text_of(pith::blocks_of_node_tree(sub_parsed ? sub_parsed.root() : sub["json"], context));
  for (const char* flag : {"isPaywalled", "paywalled", "isPremium", "subscriberOnly", "isLocked"}) {
    if (data[flag].boolean() == std::optional<bool>(true)) article.is_accessible_for_free = false;
  }
  article.published = date_of(data["publishedDate"]);
  article.modified = date_of(data["updatedDate"]);
  read_people_and_topics(data, lookup, article);
  read_images(data["images"], lookup, context, article);
  write_origins(origin, article);
  return article;
}

}  // namespace

std::optional<Article> read_next_data(PageContext& context) {
  static const pith::Selector selector("script#__NEXT_DATA__");
  const pith::Node script = context.document().find(selector);
  if (!script) return std::nullopt;
  const JsonDocument json = JsonDocument::parse_lenient(script.raw_text());
  const JsonValue page = json.root()["props"]["pageProps"];
  for (const char* path : {"payload.data.article", "payload.json.data.article", "article"}) {
    if (std::optional<Article> article = read_article(page.path(path), Lookup{}, "__NEXT_DATA__", context)) {
      return article;
    }
  }
  // The same data normalised: a table of objects and references between them.
  for (const char* path : {"apolloState", "__APOLLO_STATE__", "initialApolloState", "payload.apolloState"}) {
    const JsonValue table = page.path(path);
    const Lookup lookup(table);
    for (std::size_t i = 0; i < table.size(); ++i) {
      const JsonValue object = table.at(i);
      if (object["__typename"].string() != "Article" || !member(object, "body")) continue;
      if (std::optional<Article> article = read_article(object, lookup, "__NEXT_DATA__ (Apollo)", context)) {
        return article;
      }
    }
  }
  return std::nullopt;
}

std::optional<Article> read_streamed(PageContext& context) {
  for (const pith::EmbeddedData& data : pith::embedded_data(context.document())) {
    if (!data.origin.starts_with("__next_f")) continue;
    std::vector<JsonValue> open{data.json.root()};
    for (std::size_t seen = 0; !open.empty() && seen < most_values; ++seen) {
      const JsonValue value = open.back();
      open.pop_back();
      if (value["headline"].is_string() && member(value, "body")) {
        if (std::optional<Article> article = read_article(value, Lookup{}, data.origin, context))
          return article;
      }
      for (std::size_t i = value.size(); i-- > 0;) {
        if (value.at(i).size() > 0) open.push_back(value.at(i));
      }
    }
    // Of another shape: the page's JSON-LD has related headlines glued into its text, so it is not asked.
    if (auto article = pith::article_in(data.json.root(), data.origin, {}, context)) return article;
  }
  return std::nullopt;
}

std::optional<Article> read_apollo_state(PageContext& context) {
  static const pith::Selector selector("script:not([src])");
  for (const pith::Node script : context.document().select(selector)) {
    if (script.raw_text().find("__APOLLO_STATE__") == std::string_view::npos) continue;
    const JsonDocument json = JsonDocument::parse_assignment(script.raw_text(), "window.__APOLLO_STATE__");
    JsonValue table = json.root();
    if (table["contentService"]) table = table["contentService"];
    // The page's own article has the shortest of the keys that ask for content; longer ones ask for related
    // ones.
    std::string_view shortest;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const std::string_view key = table.name_at(i);
      if (!key.starts_with("$ROOT_QUERY.content(") || key.find(").") != std::string_view::npos) continue;
      if (shortest.empty() || key.size() < shortest.size()) shortest = key;
    }
    if (shortest.empty()) continue;
    const Lookup lookup(table);
    if (std::optional<Article> article = read_article(table[shortest], lookup, "__APOLLO_STATE__", context)) {
      return article;
    }
  }
  return std::nullopt;
}

}  // namespace scmp_data
