#include "core/render/html.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/render/front.hpp"
#include "core/render/html_writer.hpp"
#include "core/render/language.hpp"
#include "core/render/safe_url.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

constexpr std::array<std::string_view, 6> kHeadings{"h1", "h2", "h3", "h4", "h5", "h6"};

std::string if_known(int number) {
  return number > 0 ? std::to_string(number) : std::string();
}
/// Of a span: 1 is what it is anyway.
std::string if_several(int number) {
  return number > 1 ? std::to_string(number) : std::string();
}

void write_figure(HtmlWriter& html, const Block& block, const HtmlOptions& options) {
  html.open("figure");
  for (const Image& image : block.images) {
    const std::string url = safe_image_url(image.url);
    if (url.empty()) continue;
    html.empty("img", {{"src", url},
                       {"alt", image.alt},
                       {"width", if_known(image.width)},
                       {"height", if_known(image.height)},
                       {"loading", options.lazy_pictures ? "lazy" : ""}});
  }
  std::vector<Span> caption = block.spans;
  if (!block.credit.empty()) {
    const bool alone = text_of(caption).empty();
    caption.push_back({.text = (alone ? "(" : " (") + block.credit + ")"});
  }
  if (!text_of(caption).empty()) {
    html.open("figcaption");
    html.spans(caption);
    html.close("figcaption");
  }
  html.close("figure");
}

void write_table(HtmlWriter& html, const Block& block) {
  html.open("table");
  if (!block.spans.empty()) {
    html.open("caption");
    html.spans(block.spans);
    html.close("caption");
  }
  for (const TableRow& row : block.rows) {
    html.new_line();
    html.open("tr");
    for (const TableCell& cell : row.cells) {
      const std::string_view name = cell.header ? "th" : "td";
      html.open(name, {{"colspan", if_several(cell.columns)}, {"rowspan", if_several(cell.rows)}});
      html.spans(cell.spans);
      html.close(name);
    }
    html.close("tr");
  }
  html.close("table");
}

void write_embed(HtmlWriter& html, const Block& block) {
  html.open("p");
  html.spans({{.text = block.label.empty() ? block.url : block.label, .href = block.url}});
  html.close("p");
}

/// Writes blocks in blocks. Recursion ends at Limits::block_depth.
class HtmlBlocks {
 public:
  HtmlBlocks(HtmlWriter& html, const HtmlOptions& options) : html_(html), options_(options) {}

  void all(const std::vector<Block>& blocks) {
    if (depth_ >= Limits{}.block_depth) return with_spans("p", {{.text = text_of(blocks)}});
    ++depth_;
    for (const Block& block : blocks) {
      one(block);
      html_.new_line();
    }
    --depth_;
  }

 private:
  void with_spans(std::string_view element, const std::vector<Span>& spans) {
    html_.open(element);
    html_.spans(spans);
    html_.close(element);
  }

  void one(const Block& block) {
    switch (block.type) {
      case BlockType::paragraph:
        return with_spans("p", block.spans);
      case BlockType::heading:
        return with_spans(kHeadings[static_cast<std::size_t>(std::clamp(block.level, 1, 6) - 1)],
                          block.spans);
      case BlockType::list:
        return list(block);
      case BlockType::quote:
        html_.open("blockquote");
        all(block.children);
        return html_.close("blockquote");
      case BlockType::figure:
        return write_figure(html_, block, options_);
      case BlockType::table:
        return write_table(html_, block);
      case BlockType::code:
        html_.open("pre");
        html_.element("code", text_of(block));
        return html_.close("pre");
      case BlockType::embed:
        return write_embed(html_, block);
      case BlockType::divider:
        return html_.empty("hr");
    }
  }

  void list(const Block& block) {
    const std::string_view name = block.ordered ? "ol" : "ul";
    const bool numbered = block.ordered && block.start != 1;
    html_.open(name, {{"start", numbered ? std::to_string(block.start) : std::string()}});
    for (const ListItem& item : block.items) {
      html_.new_line();
      html_.open("li");
      all(item.blocks);
      html_.close("li");
    }
    html_.close(name);
  }

  HtmlWriter& html_;
  const HtmlOptions& options_;
  std::uint32_t depth_ = 0;
};

void write_byline(HtmlWriter& html, const Article& article) {
  const std::string when = article.published ? article.published->rfc3339() : std::string();
  if (article.authors.empty() && when.empty()) return;
  html.open("p");
  if (!article.authors.empty()) html.text("By " + names_in_words(article.authors));
  if (!article.authors.empty() && !when.empty()) html.text(", ");
  if (!when.empty()) {
    html.element("time", when.substr(0, 10), {{"datetime", when}});
  }
  html.close("p");
}

void write_article(HtmlWriter& html, const Article& article, const HtmlOptions& options = {}) {
  html.open("article", {{"lang", html_language(article.language)}, {"dir", direction_of(article.language)}});
  html.new_line();
  html.open("header");
  if (!article.title.empty()) html.element("h1", article.title);
  if (!article.subtitle.empty()) html.element("p", article.subtitle);
  write_byline(html, article);
  html.close("header");
  html.new_line();
  HtmlBlocks(html, options).all(article.body);
  html.close("article");
  html.new_line();
}

void write_comments(HtmlWriter& html, const Extraction& extraction) {
  const std::optional<Article> comments = page_of_comments(extraction);
  if (!comments) return;
  html.open("section",
            {{"lang", html_language(comments->language)}, {"dir", direction_of(comments->language)}});
  html.new_line();
  html.element("h2", comments->title);
  html.new_line();
  HtmlBlocks(html, HtmlOptions()).all(comments->body);
  html.close("section");
  html.new_line();
}

std::vector<const Article*> articles_of(const Extraction& extraction, const std::optional<Article>& links) {
  std::vector<const Article*> articles;
  if (links) articles.push_back(&*links);
  for (const Article& article : extraction.articles) articles.push_back(&article);
  return articles;
}

}  // namespace

std::string render_html(const std::vector<Block>& body, const HtmlOptions& options) {
  HtmlWriter html;
  HtmlBlocks(html, options).all(body);
  return html.take();
}

std::string render_html(const Article& article, const HtmlOptions& options) {
  HtmlWriter html;
  write_article(html, article, options);
  return html.take();
}

std::string render_html(const Extraction& extraction) {
  const std::optional<Article> links = page_of_links(extraction);
  HtmlWriter html;
  for (const Article* article : articles_of(extraction, links)) write_article(html, *article);
  write_comments(html, extraction);
  return html.take();
}

std::string render_html_document(const Extraction& extraction) {
  const std::optional<Article> links = page_of_links(extraction);
  const std::vector<const Article*> articles = articles_of(extraction, links);
  const std::string language = articles.empty() ? std::string() : articles.front()->language;
  HtmlWriter html;
  html.open("html", {{"lang", html_language(language)}, {"dir", direction_of(language)}});
  html.new_line();
  html.open("head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.element("title", articles.empty() ? std::string() : articles.front()->title);
  html.close("head");
  html.new_line();
  html.open("body");
  html.new_line();
  for (const Article* article : articles) write_article(html, *article);
  write_comments(html, extraction);
  html.close("body");
  html.new_line();
  html.close("html");
  html.new_line();
  return "<!DOCTYPE html>\n" + html.take();
}

}  // namespace pith
