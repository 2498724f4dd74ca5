#include "tests/core/render/random_article.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace pith::test {
namespace {

constexpr std::array<std::string_view, 64> kPieces{"a",
                                                   "word",
                                                   "B9",
                                                   "12",
                                                   "1.",
                                                   "2) ",
                                                   " ",
                                                   " ",
                                                   " ",
                                                   "\n",
                                                   "*",
                                                   "**",
                                                   "_",
                                                   "__",
                                                   "`",
                                                   "``",
                                                   "```",
                                                   "~~~",
                                                   "[",
                                                   "]",
                                                   "](",
                                                   "!",
                                                   "![",
                                                   "<",
                                                   ">",
                                                   "<b>",
                                                   "<!--",
                                                   "-->",
                                                   "&",
                                                   "&amp",
                                                   ";",
                                                   "&lt;",
                                                   "&#65;",
                                                   "#",
                                                   "## ",
                                                   "-",
                                                   "- ",
                                                   "---",
                                                   "+ ",
                                                   "=",
                                                   "===",
                                                   "|",
                                                   "\\",
                                                   "\\\\",
                                                   "\"",
                                                   "'",
                                                   "(",
                                                   ")",
                                                   ":",
                                                   "http://x.example/",
                                                   "caf\xC3\xA9",
                                                   "\xE4\xB8\xAD\xE6\x96\x87",
                                                   "\xE3\x80\x82",
                                                   "\xE2\x80\x9C",
                                                   "\xE2\x80\x9D",
                                                   "\xE2\x82\xAC",
                                                   "\xC2\xA0",
                                                   "\xE3\x80\x80",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xD7\xA9\xD7\x9C",
                                                   ".",
                                                   "?",
                                                   "=\n",
                                                   "-\n"};

constexpr std::array<std::string_view, 10> kHostilePieces{"<script>alert(1)</script>",
                                                          "\" onload=\"x()",
                                                          "' onclick='x()",
                                                          "</p></article>",
                                                          "]]>",
                                                          "\xFF\xFE",
                                                          "\xC3",
                                                          std::string_view("\0", 1),
                                                          "\x1B[31m",
                                                          "<img src=x onerror=x()>"};

constexpr std::array<std::string_view, 6> kUrls{
    "https://a.example/",          "https://a.example/p(1)?q=1&copy;=2&b=3",
    "http://b.example/x_y*z[0]#f", "mailto:desk@news.example",
    "https://c.example/\\back\\",  "https://d.example/%20((("};

constexpr std::array<std::string_view, 8> kHostileUrls{"javascript:alert(1)",
                                                       " JaVaScRiPt:alert(1)",
                                                       "java\tscript:alert(1)",
                                                       "data:text/html,<script>alert(1)</script>",
                                                       "vbscript:x",
                                                       "&#106;avascript:x",
                                                       "https://e.example/\"onclick=\"x()",
                                                       "//f.example/"};

}  // namespace

std::string RandomArticle::text() {
  std::string text;
  for (std::uint32_t left = 1 + below(6); left > 0; --left) {
    text += hostile_ && chance(20) ? kHostilePieces[below(kHostilePieces.size())]
                                   : kPieces[below(kPieces.size())];
  }
  return text;
}

std::string RandomArticle::url() {
  if (hostile_ && chance(50)) return std::string(kHostileUrls[below(kHostileUrls.size())]);
  return std::string(kUrls[below(kUrls.size())]);
}

std::vector<Span> RandomArticle::spans() {
  std::vector<Span> spans;
  for (std::uint32_t left = 1 + below(6); left > 0; --left) {
    Span span{.text = text()};
    span.strong = chance(35);
    span.emphasis = chance(35);
    span.code = chance(12);
    span.superscript = chance(8);
    span.subscript = !span.superscript && chance(8);
    if (chance(20)) span.href = url();
    spans.push_back(std::move(span));
  }
  return spans;
}

Block RandomArticle::list(int depth) {
  Block list;
  list.type = BlockType::list;
  list.ordered = chance(50);
  list.start = list.ordered && chance(40) ? static_cast<int>(below(1200)) : 1;
  for (std::uint32_t left = 1 + below(4); left > 0; --left) {
    ListItem item;
    if (chance(80)) {
      item.blocks.emplace_back();
      item.blocks.back().spans = spans();
    }
    if (chance(40) && depth > 0) item.blocks.push_back(this->list(depth - 1));
    if (chance(15) && depth > 0) item.blocks = blocks(depth - 1);
    list.items.push_back(std::move(item));
  }
  return list;
}

Block RandomArticle::figure() {
  Block figure;
  figure.type = BlockType::figure;
  for (std::uint32_t left = below(3); left > 0; --left) {
    figure.images.push_back({.url = hostile_ ? url() : "https://img.example/p(2).jpg?a=1&b=2",
                             .alt = hostile_ ? text() : "A [quay] *at* dusk!",
                             .width = static_cast<int>(below(2000))});
  }
  if (chance(70)) figure.spans = spans();
  if (chance(50)) figure.credit = "Jane_Doe*/AFP";
  return figure;
}

Block RandomArticle::table() {
  Block table;
  table.type = BlockType::table;
  for (std::uint32_t rows = below(4); rows > 0; --rows) {
    TableRow row;
    for (std::uint32_t cells = below(4); cells > 0; --cells) {
      row.cells.push_back({spans(), chance(30), static_cast<int>(below(4)), static_cast<int>(below(3))});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Block RandomArticle::block(int depth) {
  Block block;
  switch (below(hostile_ ? 10 : 9)) {
    case 0:
      block = Block::heading(static_cast<int>(1 + below(6)), "");
      block.spans = spans();
      return block;
    case 1:
      if (depth > 0) return list(depth - 1);
      return Block::paragraph(text());
    case 2:
      block.type = BlockType::quote;
      if (depth > 0) block.children = blocks(depth - 1);
      return block;
    case 3:
      return figure();
    case 4:
      block.type = BlockType::code;
      block.label = chance(50) ? "c++" : "";
      block.spans = {{.text = "if (a < b) {\n\n  " + std::string(below(6), '`') + text() + ".\n}"}};
      return block;
    case 5:
      block.type = BlockType::embed;
      block.label = "video [1]";
      block.url = url();
      return block;
    case 6:
      block.type = BlockType::divider;
      return block;
    case 9:
      return table();
    default:
      block.spans = spans();
      return block;
  }
}

std::vector<Block> RandomArticle::blocks(int depth) {
  std::vector<Block> blocks;
  for (std::uint32_t left = 1 + below(5); left > 0; --left) blocks.push_back(block(depth));
  return blocks;
}

Article RandomArticle::article() {
  Article article;
  article.title = text();
  article.authors = {text(), text()};
  article.language = hostile_ && chance(30) ? text() : "en";
  article.url = url();
  article.site_name = text();
  article.origins[text()] = text();
  article.body = blocks(4);
  return article;
}

}  // namespace pith::test
