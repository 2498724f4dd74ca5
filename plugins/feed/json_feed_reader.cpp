#include "json_feed_reader.hpp"

#include <algorithm>
#include <utility>

#include "feed_date.hpp"
#include "pith/json.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
#include "xml_names.hpp"

namespace feeds {
namespace {

using pith::JsonValue;

/// 1.1 has a list of authors, 1.0 a single one.
std::vector<std::string> authors_of(JsonValue object) {
  std::vector<std::string> names;
  const auto add = [&](JsonValue author) {
    for (auto& name : pith::split_names(author["name"].string())) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  };
  const JsonValue list = object["authors"];
  for (std::size_t i = 0; i < list.size(); ++i) add(list.at(i));
  if (names.empty()) add(object["author"]);
  return names;
}

std::string escape_tags(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

class JsonFeedReader {
 public:
  JsonFeedReader(JsonValue root, std::string_view page_url) : root_(root), base_(page_url) {}

  Feed read() {
    feed_.format = "JSON Feed";
    pith::Channel& about = feed_.channel;
    about.title = pith::collapse_space(root_["title"].string());
    about.summary = pith::collapse_space(root_["description"].string());
    about.language = root_["language"].string();
    about.url = absolute(root_["home_page_url"].string());
    if (pith::is_web_url(about.url)) base_ = about.url;
    about.image = image(root_, {"icon", "favicon"});
    const auto authors = authors_of(root_);
    const JsonValue items = root_["items"];
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items.at(i).is_object()) continue;
      feed_.entries.push_back(read_item(items.at(i)));
      if (feed_.entries.back().authors.empty()) feed_.entries.back().authors = authors;
    }
    return std::move(feed_);
  }

 private:
  std::string absolute(std::string_view reference) const {
    if (reference.empty()) return {};
    if (!base_.empty()) return pith::resolve_url(base_, reference);
    return pith::is_web_url(reference) ? std::string(reference) : std::string();
  }

  std::optional<pith::Image> image(JsonValue object, std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      auto url = absolute(object[name].string());
      if (pith::is_web_url(url)) return pith::Image{std::move(url), "", 0, 0};
    }
    return std::nullopt;
  }

  Entry read_item(JsonValue item) const {
    Entry entry;
    entry.base = base_;
    entry.title = pith::collapse_space(item["title"].string());
    for (const char* name : {"url", "external_url", "id"}) {
      if (entry.url.empty()) entry.url = absolute(item[name].string());
      if (!pith::is_web_url(entry.url)) entry.url.clear();
    }
    entry.authors = authors_of(item);
    entry.summary = escape_tags(item["summary"].string());
    entry.content = item["content_html"].string();
    if (entry.content.empty()) entry.content = escape_tags(item["content_text"].string());
    entry.published = read_feed_date(item["date_published"].string());
    entry.modified = read_feed_date(item["date_modified"].string());
    for (std::size_t i = 0; i < item["tags"].size(); ++i) {
      auto tag = pith::collapse_space(item["tags"].at(i).string());
      if (!tag.empty()) entry.categories.push_back(std::move(tag));
    }
    entry.language = item["language"].string();
    entry.image = image(item, {"image", "banner_image"});
    const JsonValue attachments = item["attachments"];
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      auto url = absolute(attachments.at(i)["url"].string());
      if (pith::is_web_url(url))
        entry.attachments.push_back({std::move(url), std::string(attachments.at(i)["mime_type"].string())});
    }
    return entry;
  }

  JsonValue root_;
  std::string base_;
  Feed feed_;
};

}  // namespace

bool is_json_feed(const pith::Page& page) {
  if (pith::lower_ascii(page.header("content-type")).find("application/feed+json") != std::string::npos)
    return true;
  std::string_view bytes = page.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = pith::trim(bytes);
  // Slashes may be escaped in JSON; PHP does so unless told.
  return bytes.starts_with('{') && (bytes.find("jsonfeed.org/version/") != std::string_view::npos ||
                                    bytes.find(R"(jsonfeed.org\/version\/)") != std::string_view::npos);
}

Feed read_json_feed(const pith::Page& page) {
  std::string_view bytes = page.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto json = pith::JsonDocument::parse_lenient(bytes);
  return JsonFeedReader(json.root(), page.address()).read();
}

}  // namespace feeds
