#include "feed_extraction.hpp"

#include <algorithm>
#include <utility>

#include "feed_date.hpp"
#include "pith/embedded_article.hpp"
#include "pith/language_tag.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
#include "xml_names.hpp"

namespace feeds {
namespace {

bool is_section_name(std::string_view segment) {
  for (const std::string_view generic :
       {"article", "articles", "story", "stories", "post",  "posts", "p",       "node", "item",  "items",
        "archive", "archives", "rss",   "feed",    "feeds", "amp",   "content", "www",  "entry", "en"}) {
    if (segment == generic) return false;
  }
  const bool has_digit =
      std::any_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
  return segment.size() >= 2 && segment.size() <= 30 && !has_digit &&
         segment.find_first_of(".%_") == std::string_view::npos;
}

bool has_markup(std::string_view text) {
  return text.find("</") != std::string_view::npos || text.find("<p") != std::string_view::npos ||
         text.find("<br") != std::string_view::npos || text.find("<img") != std::string_view::npos;
}

std::vector<pith::Block> blocks_of(const std::string& text, const std::string& base,
                                   pith::PageContext& context) {
  if (has_markup(text)) {
    const std::string head = base.empty() ? "" : "<base href=\"" + pith::escape_html(base) + "\">";
    return pith::blocks_of_html(head + text, context);
  }
  return pith::blocks_of_text(pith::decode_entities(text));
}

/// Whether a text says of itself that it goes on elsewhere.
bool breaks_off(std::string_view text) {
  text = pith::trim(text);
  for (const std::string_view end : {"...", "…", "[…]", "[...]", "Continue reading", "Read more"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

pith::Block embed_of(const Attachment& attachment) {
  pith::Block block;
  block.type = pith::BlockType::embed;
  block.url = attachment.url;
  block.label = attachment.media_type.substr(0, attachment.media_type.find('/'));
  if (block.label.empty()) block.label = "file";
  return block;
}

void set_body(const Entry& entry, pith::PageContext& context, pith::Article& article) {
  const std::string content = plain(entry.content);
  // A content no longer than the summary, or one that breaks off, is another summary.
  const bool whole = !content.empty() && !breaks_off(content) && content.size() > article.summary.size();
  if (whole || (!content.empty() && article.summary.empty())) {
    article.body = blocks_of(entry.content, entry.base, context);
    article.completeness =
        whole && !breaks_off(content) ? pith::Completeness::full : pith::Completeness::excerpt;
  } else {
    article.body = blocks_of(content.size() > article.summary.size() ? entry.content : entry.summary,
                             entry.base, context);
    article.completeness = pith::Completeness::excerpt;
  }
  if (pith::text_of(article.body).empty()) article.completeness = pith::Completeness::empty;
  for (const auto& attachment : entry.attachments) article.body.push_back(embed_of(attachment));
}

pith::Article article_of(const Entry& entry, const Feed& feed, pith::PageContext& context) {
  pith::Article article;
  const auto put = [&](std::string& field, const char* name, std::string value) {
    if (value.empty()) return;
    field = std::move(value);
    article.origins[name] = feed.format;
  };
  put(article.title, "title", entry.title);
  put(article.url, "url", entry.url);
  put(article.canonical_url, "canonical_url", pith::canonical_url(entry.url));
  put(article.summary, "summary", plain(entry.summary));
  put(article.site_name, "site_name", feed.channel.title);
  put(article.publisher, "publisher", entry.publisher);
  put(article.licence, "licence", entry.licence);
  put(article.language, "language",
      pith::language_tag(entry.language.empty() ? feed.channel.language : entry.language));
  if (!entry.categories.empty()) {
    put(article.section, "section", entry.categories.front());
    article.topics = entry.categories;
    article.origins["topics"] = feed.format;
  } else if (auto section = section_of_url(entry.url); !section.empty()) {
    article.section = std::move(section);
    article.origins["section"] = "url";
  }
  article.authors = entry.authors;
  if (!entry.authors.empty()) article.origins["authors"] = feed.format;
  article.published = entry.published;
  if (is_known(entry.published)) article.origins["published"] = feed.format;
  article.modified = entry.modified;
  if (is_known(entry.modified)) article.origins["modified"] = feed.format;
  article.image = entry.image;
  if (entry.image) article.origins["image"] = feed.format;
  set_body(entry, context, article);
  return article;
}

pith::Link link_of(const pith::Article& article) {
  pith::Link link;
  link.url = article.url;
  link.canonical_url = article.canonical_url;
  link.title = article.title;
  link.authors = article.authors;
  link.summary = article.summary;
  link.published = article.published;
  link.section = article.section;
  link.publisher = article.publisher;
  link.image = article.image;
  link.relation = "item";
  return link;
}

}  // namespace

std::string section_of_url(std::string_view url) {
  const auto segments = pith::split_trimmed(pith::url_path(url), '/');
  // The last one is the article itself; of two parts the first is a section only before a headline's words.
  if (segments.size() < 3 && (segments.empty() || segments.back().find('-') == std::string::npos)) return {};
  for (std::size_t i = 0; i + 1 < segments.size() && i < 2; ++i) {
    if (is_section_name(segments[i])) return segments[i];
  }
  return {};
}

pith::Extraction extraction_of(Feed feed, pith::PageContext& context) {
  pith::Extraction extraction;
  extraction.kind = "feed";
  extraction.recipe = feed.format;
  extraction.status = feed.entries.empty() ? pith::Status::no_article : pith::Status::ok;
  if (feed.entries.empty()) extraction.reason = "the feed has no items";
  for (const auto& entry : feed.entries) {
    context.check_time();
    extraction.articles.push_back(article_of(entry, feed, context));
    // Not every item leads to a page: some have a text only.
    if (!entry.url.empty()) extraction.links.push_back(link_of(extraction.articles.back()));
  }
  feed.channel.language = pith::language_tag(feed.channel.language);
  extraction.channel = std::move(feed.channel);
  return extraction;
}

}  // namespace feeds
