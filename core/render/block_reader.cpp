#include "core/render/block_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "pith/error.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

constexpr std::array kTypes{BlockType::paragraph, BlockType::heading, BlockType::list,
                            BlockType::quote,     BlockType::figure,  BlockType::table,
                            BlockType::code,      BlockType::embed,   BlockType::divider};

BlockType read_type(const JsonMembers& members) {
  const std::string name = members.text("type");
  const auto* const found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](BlockType type) { return name_of(type) == name; });
  if (found == kTypes.end()) members.fail("type", "is '" + name + "', no type of block");
  return *found;
}

Span read_span(const JsonMembers& members) {
  const auto mark = [&](std::string_view name) { return members.boolean(name).value_or(false); };
  return {.text = members.text("text"),
          .emphasis = mark("emphasis"),
          .strong = mark("strong"),
          .code = mark("code"),
          .superscript = mark("superscript"),
          .subscript = mark("subscript"),
          .href = members.text("href")};
}

/// Runs where parts are marked, else all of the text as one; nothing of an empty one.
std::vector<Span> read_text(const JsonMembers& members) {
  std::vector<Span> spans;
  const rapidjson::Value* runs = members.list("spans");
  if (runs == nullptr) {
    std::string text = members.text("text");
    if (!text.empty()) spans.push_back({.text = std::move(text)});
    return spans;
  }
  for (const rapidjson::Value& run : runs->GetArray()) {
    spans.push_back(read_span(JsonMembers(run, members.place_of("spans", spans.size()))));
  }
  return spans;
}

TableRow read_row(const rapidjson::Value& value, const std::string& place) {
  if (!value.IsArray()) throw Error("'" + place + "' is not a list");
  TableRow row;
  for (const rapidjson::Value& each : value.GetArray()) {
    const JsonMembers members(each, place + '[' + std::to_string(row.cells.size()) + ']');
    TableCell cell;
    cell.spans = read_text(members);
    cell.header = members.boolean("header").value_or(false);
    cell.columns = std::max(members.whole("columns", 1), 1);
    cell.rows = std::max(members.whole("rows", 1), 1);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

void read_table(const JsonMembers& members, Block& block) {
  block.spans = read_text(members);
  // A caption that is there and empty is not the same as none.
  if (block.spans.empty() && members.find("text") != nullptr) block.spans.emplace_back();
  const rapidjson::Value* rows = members.list("rows");
  if (rows == nullptr) return;
  for (const rapidjson::Value& row : rows->GetArray()) {
    block.rows.push_back(read_row(row, members.place_of("rows", block.rows.size())));
  }
}

void read_figure(const JsonMembers& members, Block& block) {
  block.spans = read_text(members);
  block.credit = members.text("credit");
  const rapidjson::Value* images = members.list("images");
  if (images == nullptr) return;
  for (const rapidjson::Value& image : images->GetArray()) {
    block.images.push_back(read_image(image, members.place_of("images", block.images.size())));
  }
}

void read_citations(const JsonMembers& members, Block& block) {
  const rapidjson::Value* citations = members.list("citations");
  if (citations == nullptr) return;
  for (const rapidjson::Value& citation : citations->GetArray()) {
    if (!citation.IsInt()) {
      throw Error("'" + members.place_of("citations", block.citations.size()) + "' is not a whole number");
    }
    block.citations.push_back(citation.GetInt());
  }
}

void read_source(const JsonMembers& members, Block& block) {
  const rapidjson::Value* range = members.list("source");
  if (range == nullptr) return;
  if (range->Size() != 2 || !(*range)[0].IsUint() || !(*range)[1].IsUint()) {
    members.fail("source", "is not a pair of byte positions");
  }
  block.source = {(*range)[0].GetUint(), (*range)[1].GetUint()};
}

/// Blocks that wait to be read, and where they go. What they go into does not move any more.
struct Pending {
  const rapidjson::Value* blocks;
  std::vector<Block>* into;
  std::string place;
  std::uint32_t depth;
};

class BlockReader {
 public:
  std::vector<Block> all(const JsonMembers& members, std::string_view name) {
    std::vector<Block> body;
    put_off(members, name, body, 0);
    while (!pending_.empty()) {
      const Pending next = std::move(pending_.back());
      pending_.pop_back();
      read_list(next);
    }
    return body;
  }

 private:
  void put_off(const JsonMembers& members, std::string_view name, std::vector<Block>& into,
               std::uint32_t depth) {
    if (const rapidjson::Value* blocks = members.list(name)) {
      pending_.push_back({blocks, &into, members.place_of(name), depth});
    }
  }

  void read_list(const Pending& list) {
    // JsonBlocks writes what is deeper as one paragraph, a level below.
    if (list.depth > Limits{}.block_depth) throw Error("'" + list.place + "' is nested too deep");
    list.into->resize(list.blocks->Size());
    for (rapidjson::SizeType at = 0; at < list.blocks->Size(); ++at) {
      const JsonMembers members((*list.blocks)[at], list.place + '[' + std::to_string(at) + ']');
      read_block(members, (*list.into)[at], list.depth);
    }
  }

  void read_block(const JsonMembers& members, Block& block, std::uint32_t depth) {
    block.type = read_type(members);
    read_citations(members, block);
    read_source(members, block);
    switch (block.type) {
      case BlockType::heading:
        block.level = std::clamp(members.whole("level", 1), 1, 6);
        block.spans = read_text(members);
        return;
      case BlockType::paragraph:
        block.spans = read_text(members);
        return;
      case BlockType::code:
        block.label = members.text("language");
        block.spans = read_text(members);
        return;
      case BlockType::list:
        return read_items(members, block, depth);
      case BlockType::quote:
        return put_off(members, "blocks", block.children, depth + 1);
      case BlockType::figure:
        return read_figure(members, block);
      case BlockType::table:
        return read_table(members, block);
      case BlockType::embed:
        block.label = members.text("label");
        block.url = members.text("url");
        return;
      case BlockType::divider:
        return;
    }
  }

  void read_items(const JsonMembers& members, Block& block, std::uint32_t depth) {
    block.ordered = members.boolean("ordered").value_or(false);
    block.start = members.whole("start", 1);
    const rapidjson::Value* items = members.list("items");
    if (items == nullptr) return;
    block.items.resize(items->Size());
    for (rapidjson::SizeType at = 0; at < items->Size(); ++at) {
      const rapidjson::Value& item = (*items)[at];
      std::string place = members.place_of("items", at);
      if (!item.IsArray()) throw Error("'" + place + "' is not a list");
      pending_.push_back({&item, &block.items[at].blocks, std::move(place), depth + 1});
    }
  }

  std::vector<Pending> pending_;
};

}  // namespace

std::vector<Block> read_blocks(const JsonMembers& members, std::string_view name) {
  return BlockReader().all(members, name);
}

Image read_image(const rapidjson::Value& value, std::string place) {
  const JsonMembers members(value, std::move(place));
  return {.url = members.text("url"),
          .alt = members.text("alt"),
          .width = std::max(members.whole("width", 0), 0),
          .height = std::max(members.whole("height", 0), 0)};
}

}  // namespace pith
