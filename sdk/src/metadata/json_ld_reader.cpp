#include "metadata/json_ld_reader.hpp"

#include <algorithm>
#include <utility>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t max_values = 50'000;
constexpr std::size_t max_nodes = 2'000;
constexpr std::size_t max_depth = 64;
constexpr std::size_t max_parts = 500;

enum class Rank { none, page, site, thing, article };

/// "http://schema.org/NewsArticle", "schema:NewsArticle" and "NewsArticle" are one type.
std::string_view local_type(std::string_view type) {
  const auto cut = type.find_last_of("/:#");
  return cut == std::string_view::npos ? type : type.substr(cut + 1);
}

Rank rank_of(std::string_view type) {
  if (type == "Article" || type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
      type == "SocialMediaPosting" || type == "DiscussionForumPosting" || type == "QAPage")
    return Rank::article;
  for (const std::string_view thing :
       {"Review", "Recipe", "HowTo", "VideoObject", "PodcastEpisode", "Event", "Product", "CreativeWork",
        "NewsItem", "Book", "Movie", "ClaimReview", "JobPosting"}) {
    if (type == thing) return Rank::thing;
  }
  if (type.ends_with("WebSite") || type.ends_with("Organization") || type == "Corporation") return Rank::site;
  return type.ends_with("Page") ? Rank::page : Rank::none;
}

std::string_view type_of(JsonValue node) {
  const JsonValue type = node["@type"];
  if (type.is_string()) return local_type(type.string());
  std::string_view best;
  for (std::size_t i = 0; i < type.size() && i < 8; ++i) {
    const auto name = local_type(type.at(i).string());
    if (best.empty() || rank_of(name) > rank_of(best)) best = name;
  }
  return best;
}

bool is_organisation(std::string_view type) {
  return type.ends_with("Organization") || type == "Corporation" || type == "Brand" || type == "WebSite";
}

/// A value that ought to be a string but comes as an object or a list of one.
std::string text_of_json(JsonValue value) {
  for (int depth = 0; depth < 4; ++depth) {
    if (value.is_array()) {
      value = value.at(0);
    } else if (value.is_object()) {
      const JsonValue literal = value["@value"];
      value = literal ? literal : value["name"];
    } else {
      break;
    }
  }
  return value.scalar();
}

/// What hangs below one of these is another article than the page's.
bool leads_aside(std::string_view name) {
  for (const std::string_view key :
       {"itemListElement", "mentions", "citation", "relatedLink", "isRelatedTo", "isBasedOn",
        "liveBlogUpdate", "blogPost", "comment", "subjectOf", "hasPart", "review", "author", "publisher",
        "significantLink", "associatedMedia", "suggestedAnswer"}) {
    if (name == key) return true;
  }
  return false;
}

}  // namespace

std::string address_key(std::string_view url) {
  std::string key = lower_ascii(url_host(url));
  if (key.empty()) return {};
  if (key.starts_with("www.")) key.erase(0, 4);
  std::string path = url_path(url);
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return key + path;
}

JsonLdReader::JsonLdReader(std::string base, const std::vector<std::string>& addresses,
                           Candidates& candidates)
    : base_(std::move(base)), candidates_(candidates) {
  for (const auto& address : addresses) {
    if (auto key = address_key(address); !key.empty()) addresses_.push_back(std::move(key));
  }
}

void JsonLdReader::read(const std::vector<JsonDocument>& documents) {
  for (const auto& document : documents) collect(document.root());
  for (auto& node : nodes_) weigh(node);
  std::stable_sort(nodes_.begin(), nodes_.end(),
                   [](const TypedNode& a, const TypedNode& b) { return a.score > b.score; });
  const int best = nodes_.empty() ? 0 : nodes_.front().score;
  int articles = 0;
  for (const auto& node : nodes_) {
    const Rank rank = rank_of(node.type);
    if (rank == Rank::page || rank == Rank::site) read_page(node);
    if (rank < Rank::thing || node.place == Place::aside || node.score <= 0 || articles == 3) continue;
    // A thing (a video, a product) on the page of an article is not the page's subject, and what is much
    // less the page's own than the best is another article.
    if (articles > 0 && (rank != Rank::article || best - node.score > 40)) continue;
    read_article(node, trust_json_ld + articles);
    ++articles;
  }
}

void JsonLdReader::collect(JsonValue root) {
  struct Step {
    JsonValue value;
    Place place;
    std::size_t depth;
  };
  std::vector<Step> open{{root, Place::top, 0}};
  std::size_t seen = 0;
  while (!open.empty() && seen < max_values && nodes_.size() < max_nodes) {
    const Step step = open.back();
    open.pop_back();
    ++seen;
    if (step.value.is_object()) {
      const auto id = step.value["@id"].string();
      if (!id.empty() && step.value.size() > 1) by_id_.emplace(id, step.value);
      if (const auto type = type_of(step.value); rank_of(type) != Rank::none)
        nodes_.push_back({step.value, type, step.place, 0});
    }
    if (step.depth >= max_depth) continue;
    // Pushed backwards, so that the walk goes in the order of the document.
    for (std::size_t i = step.value.size(); i-- > 0;) {
      const JsonValue child = step.value.at(i);
      if (!child.is_array() && !child.is_object()) continue;
      Place place = step.place;
      if (step.value.is_object()) {
        const auto name = step.value.name_at(i);
        if (leads_aside(name)) place = Place::aside;
        if (name == "mainEntity" && place != Place::aside) place = Place::main;
      }
      open.push_back({child, place, step.depth + 1});
    }
  }
}

/// Whether one of the node's addresses is the page's; `elsewhere` if it names only others.
bool JsonLdReader::is_here(JsonValue node, bool& elsewhere) const {
  const JsonValue entity = node["mainEntityOfPage"];
  for (const JsonValue value : {node["url"], entity, entity["@id"], entity["url"], node["@id"]}) {
    const auto written = value.string();
    if (written.empty() || written.starts_with('#')) continue;
    const auto key = address_key(absolute_url(base_, written));
    if (key.empty()) continue;
    if (std::find(addresses_.begin(), addresses_.end(), key) != addresses_.end()) return true;
    if (key.find('/') + 1 < key.size()) elsewhere = true;
  }
  return false;
}

void JsonLdReader::weigh(TypedNode& node) const {
  const Rank rank = rank_of(node.type);
  bool elsewhere = false;
  const bool here = !addresses_.empty() && is_here(node.value, elsewhere);
  node.score = rank == Rank::article ? 40 : 10;
  if (here) node.score += 60;
  if (elsewhere && !here) node.score -= 5;
  if (node.place == Place::aside) node.score -= 50;
  if (node.place == Place::main) node.score += 5;
  if (node.value["headline"]) node.score += 15;
  if (node.value["datePublished"]) node.score += 5;
  if (node.value["articleBody"]) node.score += 5;
}

JsonValue JsonLdReader::referred(JsonValue value) const {
  if (!value.is_object() || value["name"] || value["url"]) return value;
  const auto found = by_id_.find(value["@id"].string());
  return found == by_id_.end() ? value : found->second;
}

void JsonLdReader::read_article(const TypedNode& node, int trust) {
  const JsonValue value = node.value;
  const std::string origin = "json-ld " + std::string(node.type);
  const auto add = [&](Field field, std::string_view name, int at) {
    const JsonValue member = value[name];
    if (member) candidates_.add(field, at, text_of_json(member), origin + "." + std::string(name));
  };
  candidates_.add_clean(Field::type, trust, std::string(node.type), "json-ld");
  add(Field::title, "headline", trust);
  add(Field::title, "name", value["headline"] ? int{trust_weak} : trust + 1);
  add(Field::title, "alternativeHeadline", trust_last);
  add(Field::description, "description", trust);
  add(Field::description, "abstract", trust + 1);
  add(Field::published, "datePublished", trust);
  add(Field::published, "dateCreated", trust_plain_meta);
  add(Field::published, "uploadDate", trust_plain_meta);
  add(Field::modified, "dateModified", trust);
  add(Field::language, "inLanguage", trust);
  add(Field::licence, "license", trust);
  add(Field::article_body, "articleBody", trust);
  add(Field::article_body, "text", trust + 1);
  read_parts(node, trust);
  if (const JsonValue publisher = referred(value["publisher"]))
    candidates_.add(Field::site_name, trust_open_graph + 1, text_of_json(publisher), origin + ".publisher");
  // The site or periodical; a page that the article is part of is the article's own.
  JsonValue whole = referred(value["isPartOf"]);
  if (whole["isPartOf"]) whole = referred(whole["isPartOf"]);
  if (const auto type = type_of(whole);
      !type.empty() && !type.ends_with("Page") && rank_of(type) != Rank::article)
    candidates_.add(Field::site_name, trust_weak, text_of_json(whole), origin + ".isPartOf");
  const JsonValue url = value["url"] ? value["url"] : value["mainEntityOfPage"];
  if (auto address = absolute_url(base_, url.is_string() ? url.string() : url["@id"].string());
      is_web_url(address))
    candidates_.add_clean(Field::canonical, trust_publisher_meta, std::move(address), origin + ".url");
  read_list(Field::section, value["articleSection"], trust, origin + ".articleSection");
  read_list(Field::topic, value["keywords"], trust, origin + ".keywords");
  read_authors(value["author"] ? value["author"] : value["creator"], trust, origin + ".author");
  read_images(value["image"], trust, origin + ".image");
  read_images(value["thumbnailUrl"], trust_plain_meta, origin + ".thumbnailUrl");
  read_access(value);
}

/// Entries of a live blog, replies of a thread, a question and its answers. What comes below an article is
/// comments.
void JsonLdReader::read_parts(const TypedNode& node, int trust) {
  const std::string origin = "json-ld " + std::string(node.type);
  std::size_t seen = 0;
  const auto read = [&](JsonValue parent, std::string_view name) {
    const JsonValue parts = parent[name];
    const std::size_t size = parts.is_array() ? parts.size() : 1;
    for (std::size_t i = 0; i < size && seen < max_parts; ++i, ++seen) {
      const JsonValue part = parts.is_array() ? parts.at(i) : parts;
      for (const std::string_view body : {"articleBody", "text"})
        if (const JsonValue text = part[body])
          candidates_.add(Field::part_body, trust, text_of_json(text), origin + "." + std::string(name));
    }
  };
  read(node.value, "liveBlogUpdate");
  if (node.type == "DiscussionForumPosting") read(node.value, "comment");
  if (node.type != "QAPage") return;
  const JsonValue question = node.value["mainEntity"];
  read(node.value, "mainEntity");
  read(question, "acceptedAnswer");
  read(question, "suggestedAnswer");
}

void JsonLdReader::read_page(const TypedNode& node) {
  const JsonValue value = node.value;
  const std::string origin = "json-ld " + std::string(node.type);
  const auto add = [&](Field field, std::string_view name, int trust) {
    candidates_.add(field, trust, text_of_json(value[name]), origin + "." + std::string(name));
  };
  if (rank_of(node.type) == Rank::site) {
    const int trust = node.type.ends_with("WebSite") ? trust_twitter : trust_weak;
    if (node.place == Place::top) add(Field::site_name, "name", trust);
    return;
  }
  bool elsewhere = false;
  if (node.place == Place::aside || (!is_here(value, elsewhere) && elsewhere)) return;
  candidates_.add_clean(Field::type, trust_weak, std::string(node.type), "json-ld");
  add(Field::title, "headline", trust_twitter);
  add(Field::title, "name", trust_weak);
  add(Field::description, "description", trust_twitter);
  add(Field::published, "datePublished", trust_publisher_meta);
  add(Field::modified, "dateModified", trust_publisher_meta);
  add(Field::language, "inLanguage", trust_twitter);
  read_authors(value["author"], trust_dublin_core, origin + ".author");
  read_images(value["primaryImageOfPage"], trust_dublin_core, origin + ".primaryImageOfPage");
  if (!is_accessible_for_free) read_access(value);
}

void JsonLdReader::read_authors(JsonValue authors, int trust, const std::string& origin) {
  std::vector<JsonValue> open{authors};
  for (std::size_t seen = 0; !open.empty() && seen < 200; ++seen) {
    const JsonValue value = referred(open.back());
    open.pop_back();
    if (value.is_array()) {
      for (std::size_t i = std::min<std::size_t>(value.size(), 50); i-- > 0;) open.push_back(value.at(i));
    } else if (value.is_string()) {
      candidates_.add_names(trust, value.string(), origin);
    } else if (value.is_object()) {
      const JsonValue name = value["name"];
      const bool organisation = is_organisation(type_of(value));
      const int at = organisation ? int{trust_last} : trust;
      const std::string whence = organisation ? origin + " (organisation)" : origin;
      if (name.is_array() || name.is_object()) {
        for (std::size_t i = 0; i < name.size() && i < 50; ++i)
          candidates_.add_names(at, name.at(i).string(), whence);
      } else if (!name.string().empty()) {
        candidates_.add_names(at, name.string(), whence);
      } else if (value["givenName"] && value["familyName"]) {
        candidates_.add(Field::author, at, value["givenName"].scalar() + " " + value["familyName"].scalar(),
                        whence);
      }
    }
  }
}

void JsonLdReader::read_images(JsonValue images, int trust, const std::string& origin) {
  std::vector<JsonValue> open{images};
  for (std::size_t seen = 0; !open.empty() && seen < 50; ++seen) {
    const JsonValue value = referred(open.back());
    open.pop_back();
    if (value.is_array()) {
      for (std::size_t i = std::min<std::size_t>(value.size(), 20); i-- > 0;) open.push_back(value.at(i));
      continue;
    }
    if (value.is_object() && (value["url"].is_array() || value["url"].is_object())) {
      open.push_back(value["url"]);
      continue;
    }
    std::string written(value.string());
    for (const char* name : {"url", "contentUrl", "@id"}) {
      if (written.empty()) written = value[name].string();
    }
    auto url = absolute_url(base_, decode_entities(written));
    if (!is_web_url(url)) continue;
    const auto pixels = [&](const char* name) {
      const auto size = value[name].integer().value_or(0);
      return size > 0 && size < 100'000 ? static_cast<int>(size) : 0;
    };
    if (pixels("width") > 0) sized_images.push_back({url, "", pixels("width"), pixels("height")});
    candidates_.add_clean(Field::image, trust, std::move(url), origin);
  }
}

void JsonLdReader::read_list(Field field, JsonValue value, int trust, const std::string& origin) {
  if (value.is_string()) {
    // Sections are a list only as a list; "Arts, Culture" is one.
    if (field == Field::section) return candidates_.add(field, trust, value.string(), origin);
    for (const auto& item : split_trimmed(value.string(), ',')) candidates_.add(field, trust, item, origin);
  }
  if (value.is_object()) candidates_.add(field, trust, text_of_json(value), origin);
  for (std::size_t i = 0; value.is_array() && i < value.size() && i < 50; ++i) {
    const std::string text = text_of_json(value.at(i));
    if (field == Field::section) {
      candidates_.add(field, trust, text, origin);
    } else {
      for (const auto& item : split_trimmed(text, ',')) candidates_.add(field, trust, item, origin);
    }
  }
}

/// schema.org says a boolean; pages say "False", "http://schema.org/False" and 0 as well.
void JsonLdReader::read_access(JsonValue node) {
  const auto flag = [](JsonValue value) -> std::optional<bool> {
    const std::string text = lower_ascii(text_of_json(value));
    if (text == "false" || text == "0" || text == "no" || text.ends_with("/false")) return false;
    if (text == "true" || text == "1" || text == "yes" || text.ends_with("/true")) return true;
    return std::nullopt;
  };
  if (const auto free = flag(node["isAccessibleForFree"]); free && !is_accessible_for_free)
    is_accessible_for_free = free;
  const JsonValue parts = node["hasPart"];
  const std::size_t count =
      parts.is_array() ? std::min<std::size_t>(parts.size(), 20) : (parts.is_object() ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) {
    const JsonValue part = parts.is_array() ? parts.at(i) : parts;
    if (flag(part["isAccessibleForFree"]).value_or(true)) continue;
    const JsonValue selector = part["cssSelector"];
    if (selector.is_string()) paywalled_parts.emplace_back(selector.string());
    for (std::size_t k = 0; selector.is_array() && k < selector.size() && k < 20; ++k)
      paywalled_parts.emplace_back(selector.at(k).string());
  }
}

}  // namespace pith::metadata
