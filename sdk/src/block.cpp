#include "pith/block.hpp"

#include <algorithm>
#include <utility>

namespace pith {
namespace {

void add_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string figure_text(const Block& block) {
  std::string text = text_of(block.spans);
  if (block.credit.empty()) return text;
  if (!text.empty()) text += ' ';
  return text + '(' + block.credit + ')';
}

void add_rows(std::string& text, const Block& block) {
  add_line(text, text_of(block.spans));
  for (const TableRow& row : block.rows) {
    std::string line;
    bool any = false;
    for (const TableCell& cell : row.cells) {
      if (&cell != row.cells.data()) line += '\t';
      const std::string words = text_of(cell.spans);
      any = any || !words.empty();
      line += words;
    }
    if (any) add_line(text, line);
  }
}

using Pending = std::vector<const Block*>;

void push_reversed(Pending& pending, const std::vector<Block>& blocks) {
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    if (block->type != BlockType::figure) pending.push_back(&*block);
  }
}

/// Writes the block's own lines, or puts off what it holds: a loop, so that depth costs no stack.
void visit(const Block& block, std::string& text, Pending& pending) {
  switch (block.type) {
    case BlockType::paragraph:
    case BlockType::heading:
      add_line(text, text_of(block.spans));
      break;
    case BlockType::code: {
      const std::string lines = text_of(block.spans);
      add_line(text, std::string_view(lines).substr(0, lines.find_last_not_of('\n') + 1));
      break;
    }
    case BlockType::figure:
      add_line(text, figure_text(block));
      break;
    case BlockType::table:
      add_rows(text, block);
      break;
    case BlockType::quote:
      push_reversed(pending, block.children);
      break;
    case BlockType::list:
      for (auto item = block.items.rbegin(); item != block.items.rend(); ++item) {
        push_reversed(pending, item->blocks);
      }
      break;
    case BlockType::embed:
    case BlockType::divider:
      break;
  }
}

std::string text_of_pending(Pending pending) {
  std::string text;
  while (!pending.empty()) {
    const Block* block = pending.back();
    pending.pop_back();
    visit(*block, text, pending);
  }
  return text;
}

}  // namespace

std::string_view name_of(BlockType type) noexcept {
  switch (type) {
    case BlockType::paragraph:
      return "paragraph";
    case BlockType::heading:
      return "heading";
    case BlockType::list:
      return "list";
    case BlockType::quote:
      return "quote";
    case BlockType::figure:
      return "figure";
    case BlockType::table:
      return "table";
    case BlockType::code:
      return "code";
    case BlockType::embed:
      return "embed";
    case BlockType::divider:
      return "divider";
  }
  return "paragraph";
}

Block Block::paragraph(std::string text) {
  Block block;
  block.spans.push_back({.text = std::move(text)});
  return block;
}

Block Block::heading(int level, std::string text) {
  Block block = paragraph(std::move(text));
  block.type = BlockType::heading;
  block.level = std::clamp(level, 1, 6);
  return block;
}

std::string text_of(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

std::string text_of(const Block& block) {
  return text_of_pending({&block});
}

std::string text_of(const std::vector<Block>& blocks) {
  Pending pending;
  push_reversed(pending, blocks);
  return text_of_pending(std::move(pending));
}

}  // namespace pith
