#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pith/block.hpp"
#include "pith/date_time.hpp"
#include "pith/extraction.hpp"

/// Blocks and dates in few words, for tests.
namespace pith::test {

inline Block typed(BlockType type) {
  Block block;
  block.type = type;
  return block;
}

inline Block p(std::string text) {
  return Block::paragraph(std::move(text));
}

inline ListItem item(std::vector<Block> blocks) {
  return {std::move(blocks)};
}

inline Block bullets(std::vector<ListItem> items) {
  Block list = typed(BlockType::list);
  list.items = std::move(items);
  return list;
}

inline Block numbers(int start, std::vector<ListItem> items) {
  Block list = bullets(std::move(items));
  list.ordered = true;
  list.start = start;
  return list;
}

inline Block quote(std::vector<Block> children) {
  Block block = typed(BlockType::quote);
  block.children = std::move(children);
  return block;
}

inline Block code(std::string language, std::string text) {
  Block block = typed(BlockType::code);
  block.label = std::move(language);
  block.spans = {{.text = std::move(text)}};
  return block;
}

inline Block figure(std::vector<Image> images, std::string caption, std::string credit) {
  Block block = typed(BlockType::figure);
  block.images = std::move(images);
  if (!caption.empty()) block.spans = {{.text = std::move(caption)}};
  block.credit = std::move(credit);
  return block;
}

inline Block embed(std::string label, std::string url) {
  Block block = typed(BlockType::embed);
  block.label = std::move(label);
  block.url = std::move(url);
  return block;
}

inline TableCell cell(std::string text, bool header = false, int columns = 1, int rows = 1) {
  return {{{.text = std::move(text)}}, header, columns, rows};
}

inline Block table(std::vector<TableRow> rows) {
  Block block = typed(BlockType::table);
  block.rows = std::move(rows);
  return block;
}

inline DateTime day(int year, int month, int day) {
  DateTime time;
  time.year = year;
  time.month = month;
  time.day = day;
  time.raw = "as written";
  return time;
}

/// `block` within `depth` quotes.
inline Block quoted(int depth, Block block) {
  for (; depth > 0; --depth) {
    Block outer = typed(BlockType::quote);
    outer.children.push_back(std::move(block));
    block = std::move(outer);
  }
  return block;
}

/// An article with a comment and an answer to it.
inline Extraction commented_article() {
  Extraction extraction;
  extraction.articles.emplace_back().title = "One";
  extraction.comments.resize(2);
  extraction.comments[0].author = "Ann Lee";
  extraction.comments[0].body.push_back(Block::paragraph("Well said."));
  extraction.comments[1].depth = 1;
  extraction.comments[1].body.push_back(Block::paragraph("Was it?"));
  return extraction;
}

}  // namespace pith::test
