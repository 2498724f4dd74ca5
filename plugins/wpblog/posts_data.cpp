#include "posts_data.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "pith/pith.hpp"

namespace blog_index {
namespace {

using pith::JsonValue;

constexpr std::size_t least_posts = 3;
constexpr std::size_t most_posts = 500;
constexpr std::size_t most_values = 200'000;
/// A page that shows more is read as it is shown.
constexpr std::size_t most_shown = 400;

/// WordPress wraps what it has rendered: `{"title": {"rendered": "..."}}`.
std::string_view text_of_member(JsonValue object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    JsonValue value = object[name];
    for (const char* inner : {"rendered", "html", "text", "name", "url"}) {
      if (value.is_object() && !value[inner].string().empty()) value = value[inner];
    }
    if (!pith::trim(value.string()).empty()) return pith::trim(value.string());
  }
  return {};
}

std::string_view title_in(JsonValue post) {
  return text_of_member(post, {"title", "headline"});
}
std::string_view address_in(JsonValue post) {
  return text_of_member(post, {"link", "url", "permalink", "href", "uri", "path", "slug"});
}

bool is_post_list(JsonValue list) {
  if (!list.is_array() || list.size() < least_posts) return false;
  std::size_t texts = 0;
  for (std::size_t i = 0; i < list.size() && i < most_posts; ++i) {
    if (title_in(list.at(i)).empty() || address_in(list.at(i)).empty()) return false;
    if (!text_of_member(list.at(i), {"excerpt", "content"}).empty()) ++texts;
  }
  return texts > 0;
}

JsonValue find_posts(JsonValue root) {
  JsonValue best;
  std::vector<JsonValue> open{root};
  for (std::size_t seen = 0; !open.empty() && seen < most_values; ++seen) {
    const JsonValue value = open.back();
    open.pop_back();
    if (is_post_list(value)) {
      if (value.size() > best.size()) best = value;
      continue;
    }
    for (std::size_t i = value.size(); i-- > 0;) {
      if (value.at(i).size() > 0) open.push_back(value.at(i));
    }
  }
  return best;
}

std::string plain(std::string_view html, pith::PageContext& context) {
  return pith::collapse_space(pith::text_of(pith::blocks_of_html(html, context)));
}

PostData read_post(JsonValue post, const std::string& origin, pith::PageContext& context) {
  PostData data;
  pith::Article& article = data.article;
  article.title = plain(title_in(post), context);
  article.origins["title"] = origin;
  article.url = context.resolve(address_in(post));
  article.canonical_url = pith::canonical_url(article.url);
  article.published = pith::parse_date(
      text_of_member(post, {"date_gmt", "date", "publishedAt", "published_at", "pubDate", "published"}));
  if (article.published) article.origins["published"] = origin;
  for (std::string& name : pith::split_names(text_of_member(post, {"author", "author_name", "authorName"})))
    article.authors.push_back(std::move(name));
  // The whole text where the list has it, else what it has of it.
  data.text = text_of_member(post, {"content", "body"});
  if (data.text.empty()) data.text = text_of_member(post, {"excerpt", "summary", "description"});
  return data;
}

}  // namespace

bool carries_posts(const pith::Document& document) {
  if (document.utf8().find("\"excerpt\"") == std::string_view::npos) return false;
  if (document.root().text().size() > most_shown) return false;
  for (const pith::EmbeddedData& data : pith::embedded_data(document)) {
    if (find_posts(data.json.root())) return true;
  }
  return false;
}

std::vector<PostData> read_posts_data(pith::PageContext& context) {
  std::vector<PostData> posts;
  for (const pith::EmbeddedData& data : pith::embedded_data(context.document())) {
    const JsonValue list = find_posts(data.json.root());
    if (list.size() <= posts.size()) continue;
    posts.clear();
    for (std::size_t i = 0; i < list.size() && i < most_posts; ++i) {
      context.check_time();
      posts.push_back(read_post(list.at(i), data.origin, context));
    }
  }
  return posts;
}

}  // namespace blog_index
