#include "core/render/front.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace pith {
namespace {

std::string date_of(const DateTime& time) {
  return time.rfc3339().substr(0, 10);
}

ListItem item_of(const Link& link) {
  Block line;
  line.spans.push_back({.text = link.title.empty() ? link.url : link.title, .href = link.url});
  std::string details = names_in_words(link.authors);
  const std::string when = link.published ? date_of(*link.published) : link.age;
  for (const std::string& detail : {link.publisher, when}) {
    if (detail.empty()) continue;
    if (!details.empty()) details += ", ";
    details += detail;
  }
  if (!details.empty()) line.spans.push_back({.text = " (" + details + ")"});
  ListItem item;
  item.blocks.push_back(std::move(line));
  if (!link.summary.empty()) item.blocks.push_back(Block::paragraph(link.summary));
  return item;
}

constexpr int deepest_quote = 6;

std::vector<Block> blocks_of(const Comment& comment) {
  std::string line = comment.author;
  if (comment.published) {
    if (!line.empty()) line += ", ";
    line += date_of(*comment.published);
  }
  std::vector<Block> blocks;
  if (!line.empty()) {
    blocks.push_back(Block::paragraph(line));
    blocks.back().spans.front().strong = true;
  }
  blocks.insert(blocks.end(), comment.body.begin(), comment.body.end());
  for (int depth = 0; depth < std::min(comment.depth, deepest_quote); ++depth) {
    Block quote;
    quote.type = BlockType::quote;
    quote.children = std::move(blocks);
    blocks.clear();
    blocks.push_back(std::move(quote));
  }
  return blocks;
}

}  // namespace

std::string names_in_words(const std::vector<std::string>& names) {
  std::string words;
  for (const std::string& name : names) {
    if (&name != names.data()) words += &name == &names.back() ? " and " : ", ";
    words += name;
  }
  return words;
}

std::string byline_of(const Article& article) {
  std::string line;
  if (!article.authors.empty()) line = "By " + names_in_words(article.authors);
  const std::string when = article.published ? date_of(*article.published) : std::string();
  if (when.empty()) return line;
  if (!line.empty()) line += ", ";
  return line + when;
}

std::optional<Article> page_of_links(const Extraction& extraction) {
  const bool empty = extraction.links.empty() && !extraction.channel;
  if (!extraction.articles.empty() || empty) return std::nullopt;
  Article page;
  if (extraction.channel) {
    page.title = extraction.channel->title;
    page.subtitle = extraction.channel->summary;
    page.language = extraction.channel->language;
  }
  Block list;
  list.type = BlockType::list;
  for (const Link& link : extraction.links) list.items.push_back(item_of(link));
  if (!list.items.empty()) page.body.push_back(std::move(list));
  return page;
}

std::optional<Article> page_of_comments(const Extraction& extraction) {
  if (extraction.comments.empty()) return std::nullopt;
  Article page;
  page.title = "Comments";
  if (!extraction.articles.empty()) page.language = extraction.articles.front().language;
  for (const Comment& comment : extraction.comments) {
    for (Block& block : blocks_of(comment)) page.body.push_back(std::move(block));
  }
  return page;
}

}  // namespace pith
