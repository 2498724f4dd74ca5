#include "embedded/article_object.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "embedded/markdown.hpp"
#include "embedded/node_kind.hpp"
#include "metadata/candidate.hpp"
#include "pith/embedded_article.hpp"
#include "pith/language_tag.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::embedded {
namespace {

using Names = std::initializer_list<const char*>;

constexpr std::size_t max_measured = 5'000;

bool has_tag(std::string_view text) {
  for (const std::string_view tag : {"<p", "</", "<br", "<div", "<h2", "<li", "<a "}) {
    if (text.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

/// A value that is a string, or an object that wraps one.
std::string text_in(JsonValue value) {
  for (int depth = 0; depth < 3; ++depth) {
    if (value.is_array()) value = value.at(0);
    if (!value.is_object()) break;
    JsonValue inner;
    for (const char* name : {"rendered", "basic", "default", "main", "text", "value", "title", "name",
                             "headline", "label", "plain", "html", "full", "short", "url", "src"}) {
      if (!inner && value[name]) inner = value[name];
    }
    value = inner;
  }
  return metadata::clean_value(value.scalar());
}

std::string first_text(JsonValue object, Names names) {
  for (const char* name : names) {
    if (auto text = text_in(object[name]); !text.empty()) return text;
  }
  return {};
}

/// Objects that hold an article's metadata beside its body, or both below the object with its name.
constexpr std::array<const char*, 10> title_holders{"meta",   "metadata",   "header",  "head",    "seo",
                                                    "fields", "attributes", "article", "content", "info"};

std::string title_here(JsonValue object) {
  auto title = first_text(
      object, {"headline", "title", "headlines", "heading", "articleTitle", "storyTitle", "pageTitle"});
  if (!title.empty()) return title;
  // Everything has a name; a headline has several words.
  title = text_in(object["name"]);
  return count_words(title) > 1 ? title : std::string();
}

/// A string out of JSON in which the tags themselves are references.
std::string unescaped(std::string_view text) {
  const bool escaped =
      text.find('<') == std::string_view::npos && text.find("&lt;") != std::string_view::npos;
  return escaped ? decode_entities(text) : std::string(text);
}

bool is_body_value(JsonValue value) {
  if (value.is_string()) return value.string().size() >= 20;
  if (!value.is_array() || value.size() == 0) return false;
  for (std::size_t i = 0; i < value.size() && i < 4; ++i) {
    const JsonValue item = value.at(i);
    if (item.is_string() && item.string().size() >= 20) return true;
    // A tree: nodes with a kind, a text, or children; a list of other things is no body.
    if (item.is_object() &&
        (kind_of_node(item).role != Role::bare || children_of_node(item) || !string_of_node(item).empty()))
      return true;
  }
  return false;
}

std::optional<DateTime> date_in(JsonValue value) {
  if (value.is_object()) {
    for (const char* name : {"iso", "date", "value", "utc", "$date", "timestamp"}) {
      if (value[name]) return date_in(value[name].is_object() ? JsonValue() : value[name]);
    }
  }
  const std::string text = value.scalar();
  return text.empty() ? std::nullopt : parse_date(text);
}

void read_names(JsonValue value, std::vector<std::string>& names) {
  std::vector<JsonValue> open{value};
  for (int seen = 0; !open.empty() && seen < 100; ++seen) {
    const JsonValue next = open.back();
    open.pop_back();
    if (next.is_array()) {
      for (std::size_t i = std::min<std::size_t>(next.size(), 30); i-- > 0;) open.push_back(next.at(i));
    } else if (next.is_string()) {
      for (auto& name : split_names(metadata::clean_value(next.string()))) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      }
    } else if (next.is_object()) {
      JsonValue name;
      for (const char* key : {"name", "displayName", "display_name", "fullName", "full_name", "title", "text",
                              "byline", "authors", "by", "contributors"}) {
        if (!name && next[key]) name = next[key];
      }
      if (name) {
        open.push_back(name);
      } else if (next["firstName"].is_string()) {
        names.push_back(
            metadata::clean_value(std::string(next["firstName"].string()) + " " + next["lastName"].scalar()));
      }
    }
  }
}

std::vector<std::string> read_labels(JsonValue value) {
  std::vector<std::string> labels;
  if (value.is_string()) return split_trimmed(metadata::clean_value(value.string()), ',');
  for (std::size_t i = 0; value.is_array() && i < value.size() && i < 50; ++i) {
    auto label = text_in(value.at(i));
    if (!label.empty() && label.size() < 100) labels.push_back(std::move(label));
  }
  return labels;
}

std::optional<Image> read_image(JsonValue value, PageContext& context) {
  if (value.is_array()) value = value.at(0);
  std::string url(value.string());
  for (const char* name : {"url", "src", "href", "originalUrl", "original", "path", "default", "large"}) {
    if (url.empty())
      url = value[name].is_object() ? value[name]["url"].scalar() : std::string(value[name].string());
  }
  if (url.empty()) return std::nullopt;
  url = context.resolve(url);
  if (!is_web_url(url)) return std::nullopt;
  const auto pixels = [&](const char* name) {
    const auto size = value[name].integer().value_or(0);
    return size > 0 && size < 100'000 ? static_cast<int>(size) : 0;
  };
  return Image{std::move(url), text_in(value["alt"]), pixels("width"), pixels("height")};
}

}  // namespace

std::string title_of_object(JsonValue object) {
  std::string title = title_here(object);
  for (const char* holder : title_holders) {
    if (title.empty() && object[holder].is_object()) title = title_here(object[holder]);
  }
  return title.size() <= 600 ? title : std::string();
}

JsonValue body_of_object(JsonValue object) {
  for (int depth = 0; depth < 4; ++depth) {
    JsonValue wrapper;
    for (const char* name :
         {"body",         "articleBody", "bodyHtml",       "body_html",        "bodyHTML",   "contentHtml",
          "content_html", "bodyText",    "body_text",      "content_elements", "content",    "html",
          "paragraphs",   "blocks",      "story",          "storyHtml",        "text",       "fullText",
          "full_text",    "markdown",    "articleContent", "rendered",         "json",       "document",
          "root",         "nodes",       "children",       "components",       "sections",   "value",
          "main",         "data",        "article",        "fields",           "attributes", "post"}) {
      const JsonValue value = object[name];
      if (is_body_value(value)) return value;
      // A tree whose root is a node by itself.
      if (value.is_object() && kind_of_node(value).role == Role::container && children_of_node(value))
        return value;
      if (value.is_object() && !wrapper) wrapper = value;
    }
    if (!wrapper) return {};
    object = wrapper;
  }
  return {};
}

std::size_t text_size(JsonValue body) {
  std::size_t size = 0;
  std::vector<JsonValue> open{body};
  for (std::size_t seen = 0; !open.empty() && seen < max_measured; ++seen) {
    const JsonValue value = open.back();
    open.pop_back();
    if (value.is_string()) {
      const auto text = value.string();
      // Words have spaces; addresses and identifiers have none.
      const bool words = text.find(' ') != std::string_view::npos || value.string().size() < 20;
      const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
      size += words ? text.size() - std::min(text.size(), 8 * tags) : 0;
    } else {
      for (std::size_t i = 0; i < value.size(); ++i) {
        const JsonValue child = value.at(i);
        const bool text_member = !value.is_object() || !child.is_string() || !string_of_node(value).empty();
        if (text_member && (child.is_string() || child.is_array() || child.is_object()))
          open.push_back(child);
      }
    }
  }
  return size;
}

std::vector<Block> blocks_of_body(JsonValue body, PageContext& context) {
  if (!body.is_string()) return blocks_of_node_tree(body, context);
  const std::string text = unescaped(body.string());
  if (has_tag(text)) return blocks_of_html(text, context);
  if (looks_like_markdown(text)) return blocks_of_html(html_of_markdown(text), context);
  return blocks_of_text(decode_entities(text));
}

void read_fields(JsonValue object, const std::string& origin, PageContext& context, Article& article) {
  const auto told = [&](const char* field) { article.origins[field] = origin; };
  const auto fill = [&](std::string& field, const char* name, Names names) {
    if (!field.empty()) return;
    field = first_text(object, names);
    if (!field.empty()) told(name);
  };
  fill(article.subtitle, "subtitle",
       {"subHeadline", "subheadline", "subHeading", "subheading", "standfirst", "subtitle", "deck", "dek",
        "kicker"});
  fill(article.summary, "summary",
       {"summary", "description", "excerpt", "abstract", "teaser", "lead", "metaDescription",
        "seoDescription"});
  fill(article.section, "section",
       {"section", "articleSection", "primarySection", "category", "channel", "firstTopic", "sectionName"});
  fill(article.publisher, "publisher", {"publisher", "source", "sourceName", "provider"});
  if (article.publisher.find("://") != std::string::npos || article.publisher.size() > 80)
    article.publisher.clear();

  for (const char* name : {"authors", "author", "byline", "bylines", "creators", "creator", "contributors",
                           "writers", "credits"}) {
    if (!article.authors.empty()) break;
    const JsonValue value = object[name];
    read_names(std::string_view(name) == "credits" ? value["by"] : value, article.authors);
    if (!article.authors.empty()) told("authors");
  }
  const auto read_date = [&](std::optional<DateTime>& field, const char* name, Names names) {
    for (const char* key : names) {
      if (field) return;
      field = date_in(object[key]);
      if (field) told(name);
    }
  };
  read_date(article.published, "published",
            {"publishedDate",
             "datePublished",
             "publishedAt",
             "published_at",
             "publishDate",
             "publish_date",
             "firstPublished",
             "first_publish_date",
             "firstPublishedAt",
             "publicationDate",
             "publication_date",
             "publishedTime",
             "published_time",
             "published",
             "pubDate",
             "pub_date",
             "display_date",
             "displayDate",
             "date",
             "createdAt",
             "created_at",
             "created",
             "createdDate",
             "created_date",
             "date_gmt",
             "time",
             "timestamp"});
  read_date(
      article.modified, "modified",
      {"updatedDate", "dateModified", "updatedAt", "updated_at", "modifiedAt", "modified_at", "lastModified",
       "last_updated_date", "lastUpdated", "updated", "modified", "modifiedDate", "updateDate"});
  for (const char* name : {"topics", "tags", "keywords"}) {
    if (!article.topics.empty()) break;
    article.topics = read_labels(object[name]);
    if (!article.topics.empty()) told("topics");
  }
  for (const char* name :
       {"image", "images", "leadImage", "lead_image", "heroImage", "mainImage", "featuredImage",
        "featured_image", "thumbnail", "cover", "coverImage", "promo_image"}) {
    if (article.image) break;
    article.image = read_image(object[name], context);
    if (article.image) told("image");
  }
  for (const char* name : {"language", "inLanguage", "lang", "locale"}) {
    if (!article.language.empty()) break;
    article.language = language_tag(text_in(object[name]));
    if (!article.language.empty()) told("language");
  }
  for (const char* name :
       {"canonicalUrl", "canonical_url", "url", "website_url", "permalink", "urlAlias", "link"}) {
    if (!article.canonical_url.empty()) break;
    const auto written = object[name].string();
    if (written.empty()) continue;
    const std::string url = context.resolve(written);
    if (is_web_url(url)) article.canonical_url = canonical_url(url), told("canonical_url");
  }
}

}  // namespace pith::embedded
