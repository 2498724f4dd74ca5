#include "feed_case.hpp"

#include "core/extract/page_extraction.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "pith/block.hpp"

namespace pith {

Extraction read_feed(const std::string& bytes, const std::string& content_type) {
  static const Registry registry = Registry::scan(PluginPath::of_process().folders(), {Probe::none});
  Page page;
  page.url = "https://example.com/feed";
  if (!content_type.empty()) page.headers = {{"Content-Type", content_type}};
  page.bytes = bytes;
  return extract_page(page, registry).extraction;
}

std::string rss(const std::string& items, const std::string& attributes) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" " + attributes +
         "><channel><title>T</title><link>https://example.com/</link>" + items + "</channel></rss>\n";
}

std::string item(const std::string& parts) {
  return "<item><title>A</title><link>https://example.com/a</link>" + parts + "</item>";
}

std::string atom(const std::string& entries, const std::string& attributes) {
  return "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes +
         "><title>T</title><link href=\"https://example.com/\"/>" + entries + "</feed>\n";
}

std::vector<std::string> links_of(const Extraction& feed) {
  std::vector<std::string> urls;
  for (const Link& link : feed.links) urls.push_back(link.url);
  return urls;
}

std::vector<std::string> titles_of(const Extraction& feed) {
  std::vector<std::string> titles;
  for (const Article& article : feed.articles) titles.push_back(article.title);
  return titles;
}

std::string text_of_first(const Extraction& feed) {
  return feed.articles.empty() ? std::string() : text_of(feed.articles.front().body);
}

}  // namespace pith
