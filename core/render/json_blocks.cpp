#include "core/render/json_blocks.hpp"

#include <algorithm>

#include "pith/limits.hpp"

namespace pith {
namespace {

bool is_marked(const Span& span) {
  return span.emphasis || span.strong || span.code || span.superscript || span.subscript ||
         !span.href.empty();
}

}  // namespace

template <typename Writer>
void JsonBlocks<Writer>::write(const std::vector<Block>& blocks) {
  json_.begin_array();
  if (depth_ >= Limits{}.block_depth) {
    write(Block::paragraph(text_of(blocks)));
  } else {
    ++depth_;
    for (const Block& block : blocks) write(block);
    --depth_;
  }
  json_.end_array();
}

template <typename Writer>
void JsonBlocks<Writer>::write(const Block& block) {
  json_.begin_object();
  json_.text("type", name_of(block.type));
  write_members(block);
  if (!block.citations.empty()) {
    json_.key("citations");
    json_.begin_array();
    for (const int citation : block.citations) json_.number(citation);
    json_.end_array();
  }
  if (block.source != SourceRange{}) json_.source("source", block.source);
  json_.end_object();
}

template <typename Writer>
void JsonBlocks<Writer>::write_members(const Block& block) {
  switch (block.type) {
    case BlockType::heading:
      json_.key("level");
      json_.number(std::clamp(block.level, 1, 6));
      return write_text(block.spans);
    case BlockType::paragraph:
      return write_text(block.spans);
    case BlockType::code:
      json_.known_text("language", block.label);
      return json_.text("text", text_of(block));
    case BlockType::list:
      return write_list(block);
    case BlockType::quote:
      json_.key("blocks");
      return write(block.children);
    case BlockType::figure:
      return write_figure(block);
    case BlockType::table:
      return write_table(block);
    case BlockType::embed:
      json_.known_text("label", block.label);
      return json_.known_text("url", block.url);
    case BlockType::divider:
      return;
  }
}

template <typename Writer>
void JsonBlocks<Writer>::write_list(const Block& block) {
  json_.key("ordered");
  json_.boolean(block.ordered);
  if (block.ordered) {
    json_.key("start");
    json_.number(block.start);
  }
  json_.key("items");
  json_.begin_array();
  for (const ListItem& item : block.items) write(item.blocks);
  json_.end_array();
}

template <typename Writer>
void JsonBlocks<Writer>::write_table(const Block& block) {
  if (!block.spans.empty()) write_text(block.spans);
  json_.key("rows");
  json_.begin_array();
  for (const TableRow& row : block.rows) {
    json_.begin_array();
    for (const TableCell& cell : row.cells) {
      json_.begin_object();
      write_text(cell.spans);
      json_.key("header");
      json_.boolean(cell.header);
      json_.key("columns");
      json_.number(std::max(cell.columns, 1));
      json_.key("rows");
      json_.number(std::max(cell.rows, 1));
      json_.end_object();
    }
    json_.end_array();
  }
  json_.end_array();
}

template <typename Writer>
void JsonBlocks<Writer>::write_figure(const Block& block) {
  json_.key("images");
  json_.begin_array();
  for (const Image& image : block.images) json_.image(image);
  json_.end_array();
  write_text(block.spans);
  json_.known_text("credit", block.credit);
}

/// `text`, and `spans` only where part of it is marked: most text is plain.
template <typename Writer>
void JsonBlocks<Writer>::write_text(const std::vector<Span>& spans) {
  json_.text("text", text_of(spans));
  if (std::none_of(spans.begin(), spans.end(), is_marked)) return;
  json_.key("spans");
  json_.begin_array();
  for (const Span& span : spans) write_span(span);
  json_.end_array();
}

template <typename Writer>
void JsonBlocks<Writer>::write_span(const Span& span) {
  const auto mark = [&](std::string_view name, bool set) {
    if (!set) return;
    json_.key(name);
    json_.boolean(true);
  };
  json_.begin_object();
  json_.text("text", span.text);
  mark("emphasis", span.emphasis);
  mark("strong", span.strong);
  mark("code", span.code);
  mark("superscript", span.superscript);
  mark("subscript", span.subscript);
  if (!span.href.empty()) json_.text("href", span.href);
  json_.end_object();
}

template class JsonBlocks<CompactJson>;
template class JsonBlocks<PrettyJson>;

}  // namespace pith
