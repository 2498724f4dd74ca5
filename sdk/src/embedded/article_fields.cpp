#include "embedded/article_fields.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "embedded/object_text.hpp"
#include "metadata/candidate.hpp"
#include "pith/language_tag.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::embedded {
namespace {

using Names = std::initializer_list<const char*>;

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

/// "#Trade" as pages show tags.
std::string without_hash(std::string label) {
  if (label.size() > 1 && label.front() == '#') label.erase(0, 1);
  return label;
}

std::vector<std::string> read_labels(JsonValue value) {
  std::vector<std::string> labels;
  if (value.is_string()) {
    labels = split_trimmed(metadata::clean_value(value.string()), ',');
    for (std::string& label : labels) label = without_hash(std::move(label));
    return labels;
  }
  for (std::size_t i = 0; value.is_array() && i < value.size() && i < 50; ++i) {
    auto label = without_hash(text_in(value.at(i)));
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

/// What the object itself says, not what its holders say.
void read_own_fields(JsonValue object, const std::string& origin, PageContext& context, Article& article) {
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

/// Whether the data says that the rest of the article is for subscribers.
void read_access(JsonValue object, const std::string& origin, Article& article) {
  if (article.is_accessible_for_free) return;
  const auto is = [&](const char* name, bool value) {
    return object[name].boolean() == std::optional<bool>(value);
  };
  const auto any = [&](Names names, bool value) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return is(name, value); });
  };
  const bool locked =
      any({"isPaywalled", "is_paywalled", "paywalled", "paywall", "isPremium", "is_premium", "premium",
           "isLocked", "locked", "subscriberOnly", "subscribersOnly", "requiresSubscription"},
          true) ||
      any({"isAccessibleForFree", "isFree", "is_free"}, false);
  if (!locked) return;
  article.is_accessible_for_free = false;
  article.origins["is_accessible_for_free"] = origin;
}

}  // namespace

void read_fields(JsonValue object, const std::string& origin, PageContext& context, Article& article) {
  read_own_fields(object, origin, context, article);
  read_access(object, origin, article);
  for (const char* holder : title_holders) {
    if (object[holder].is_object()) read_own_fields(object[holder], origin, context, article);
  }
}

}  // namespace pith::embedded
