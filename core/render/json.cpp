#include "core/render/json.hpp"

#include "core/render/json_blocks.hpp"
#include "core/render/json_writer.hpp"
#include "core/render/text.hpp"

namespace pith {
namespace {

std::string_view name_of(Notice::Kind kind) {
  switch (kind) {
    case Notice::Kind::limit:
      return "limit";
    case Notice::Kind::charset:
      return "charset";
    case Notice::Kind::data:
      return "data";
    case Notice::Kind::fallback:
      return "fallback";
  }
  return "limit";
}

/// What several articles on one page are together: the page's own title, and all their texts.
std::string title_of(const Extraction& extraction) {
  const bool single = extraction.articles.size() == 1;
  if (!single && extraction.channel && !extraction.channel->title.empty()) return extraction.channel->title;
  return extraction.articles.empty() ? std::string() : extraction.articles.front().title;
}

/// Writes one result. Members stand in the order of the schema, always all of them.
template <typename Writer>
class JsonResult {
 public:
  explicit JsonResult(Writer& writer) : json_(writer) {}

  void write(const Extraction& extraction, const JsonOptions& options) {
    json_.begin_object();
    json_.text("schema", kJsonSchema);
    if (!options.id.empty()) {
      json_.key("id");
      json_.raw(options.id);
    }
    json_.known_text("url", options.url);
    json_.text("status", pith::name_of(extraction.status));
    json_.known_text("reason", extraction.reason);
    json_.known_text("plugin", extraction.plugin);
    json_.known_text("recipe", extraction.recipe);
    json_.text("kind", extraction.kind);
    json_.share("confidence", extraction.confidence);
    write_page(extraction);
    write_articles(extraction);
    write_channel(extraction.channel);
    write_links(extraction.links);
    write_comments(extraction.comments);
    if (options.explain) write_removed(extraction.removals);
    write_notices(extraction.notices);
    json_.known_text("error", extraction.status == Status::failed ? extraction.reason : std::string());
    json_.end_object();
  }

  /// One member of `articles`.
  void write_article(const Article& article) {
    json_.begin_object();
    json_.known_text("url", article.url);
    json_.text("kind", article.kind);
    json_.known_text("title", article.title);
    write_metadata(article, true);
    json_.text("text", body_text(article));
    write_blocks(article.body);
    json_.texts("origins", article.origins);
    json_.end_object();
  }

 private:
  /// The members of the first or only article.
  void write_page(const Extraction& extraction) {
    static const Article none;
    const bool several = extraction.articles.size() > 1;
    const Article& article = extraction.articles.empty() ? none : extraction.articles.front();
    json_.known_text("title", title_of(extraction));
    write_metadata(article, !extraction.articles.empty());
    json_.text("text", page_text(extraction));
    write_blocks(several ? none.body : article.body);
    json_.texts("origins", article.origins);
  }

  void write_metadata(const Article& article, bool present) {
    json_.known_text("subtitle", article.subtitle);
    json_.texts("authors", article.authors);
    json_.time("published", article.published);
    json_.time("modified", article.modified);
    json_.known_text("language", article.language);
    json_.known_text("canonical_url", article.canonical_url);
    json_.known_text("site_name", article.site_name);
    json_.known_text("publisher", article.publisher);
    json_.known_text("section", article.section);
    json_.texts("topics", article.topics);
    json_.known_text("summary", article.summary);
    json_.image("image", article.image);
    json_.known_text("licence", article.licence);
    json_.key("is_accessible_for_free");
    article.is_accessible_for_free ? json_.boolean(*article.is_accessible_for_free) : json_.null();
    json_.known_text("syndicated_from", article.syndicated_from);
    json_.known_text("completeness", present ? pith::name_of(article.completeness) : std::string_view());
  }

  void write_blocks(const std::vector<Block>& body) {
    json_.key("blocks");
    JsonBlocks<Writer>(json_).write(body);
  }

  void write_articles(const Extraction& extraction) {
    json_.key("articles");
    json_.begin_array();
    if (extraction.articles.size() > 1) {
      for (const Article& article : extraction.articles) write_article(article);
    }
    json_.end_array();
  }

  void write_channel(const std::optional<Channel>& channel) {
    json_.key("channel");
    if (!channel) return json_.null();
    json_.begin_object();
    json_.known_text("title", channel->title);
    json_.known_text("url", channel->url);
    json_.known_text("summary", channel->summary);
    json_.known_text("language", channel->language);
    json_.known_text("copyright", channel->copyright);
    json_.time("updated", channel->updated);
    json_.image("image", channel->image);
    json_.end_object();
  }

  void write_links(const std::vector<Link>& links) {
    json_.key("links");
    json_.begin_array();
    for (const Link& link : links) {
      json_.begin_object();
      json_.text("url", link.url);
      json_.known_text("canonical_url", link.canonical_url);
      json_.known_text("title", link.title);
      json_.texts("authors", link.authors);
      json_.known_text("summary", link.summary);
      json_.time("published", link.published);
      json_.known_text("section", link.section);
      json_.known_text("publisher", link.publisher);
      json_.known_text("age", link.age);
      json_.image("image", link.image);
      json_.known_text("relation", link.relation);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_comments(const std::vector<Comment>& comments) {
    json_.key("comments");
    json_.begin_array();
    for (const Comment& comment : comments) {
      json_.begin_object();
      json_.known_text("author", comment.author);
      json_.time("published", comment.published);
      json_.key("depth");
      json_.number(comment.depth);
      json_.text("text", text_of(comment.body));
      write_blocks(comment.body);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_removed(const std::vector<Removal>& removals) {
    json_.key("removed");
    json_.begin_array();
    for (const Removal& removal : removals) {
      json_.begin_object();
      json_.text("kind", pith::name_of(removal.kind));
      json_.text("rule", removal.rule);
      json_.source("source", removal.source);
      json_.text("excerpt", removal.excerpt);
      json_.key("text_bytes");
      json_.number(static_cast<std::int64_t>(removal.text_bytes));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_notices(const std::vector<Notice>& notices) {
    json_.key("notices");
    json_.begin_array();
    for (const Notice& notice : notices) {
      json_.begin_object();
      json_.text("kind", name_of(notice.kind));
      json_.text("text", notice.text);
      json_.end_object();
    }
    json_.end_array();
  }

  JsonWriter<Writer> json_;
};

template <typename Writer>
std::string rendered(const Extraction& extraction, const JsonOptions& options) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  if constexpr (std::is_same_v<Writer, PrettyJson>) writer.SetIndent(' ', 2);
  JsonResult<Writer>(writer).write(extraction, options);
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

std::string render_json(const Extraction& extraction, const JsonOptions& options) {
  return options.pretty ? rendered<PrettyJson>(extraction, options)
                        : rendered<CompactJson>(extraction, options);
}

std::string render_article_json(const Article& article) {
  rapidjson::StringBuffer buffer;
  CompactJson writer(buffer);
  JsonResult<CompactJson>(writer).write_article(article);
  return std::string(buffer.GetString(), buffer.GetSize());
}

std::string json_string(std::string_view text) {
  rapidjson::StringBuffer buffer;
  CompactJson writer(buffer);
  JsonWriter<CompactJson>(writer).string(text);
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace pith
