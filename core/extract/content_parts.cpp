#include "core/extract/content_parts.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pith {
namespace {

constexpr std::size_t excerpt_bytes = 80;

std::string beginning_of(const std::string& text) {
  if (text.size() <= excerpt_bytes) return text;
  std::size_t end = excerpt_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

/// Goes through blocks in blocks, which nest to Limits::block_depth at most.
class PartFilter {
 public:
  PartFilter(const ContentParts& parts, std::vector<Removal>& removals)
      : parts_(parts), removals_(removals) {}

  void clean(std::vector<Block>& blocks) {
    std::vector<Block> kept;
    kept.reserve(blocks.size());
    for (Block& block : blocks) {
      if (is_unwanted(block)) {
        write_down(block);
        continue;
      }
      if (clean(block)) kept.push_back(std::move(block));
    }
    blocks = std::move(kept);
  }

 private:
  bool is_unwanted(const Block& block) const {
    return (block.type == BlockType::table && !parts_.tables) ||
           (block.type == BlockType::figure && !parts_.images);
  }

  void write_down(const Block& block) {
    const std::string text = text_of(block);
    removals_.push_back({Boilerplate::other,
                         block.type == BlockType::table ? "--exclude tables" : "--exclude images",
                         block.source, beginning_of(text), text.size()});
  }

  /// Whether anything of the block is left.
  bool clean(Block& block) {
    if (!parts_.links) {
      unlink(block.spans);
      for (TableRow& row : block.rows) {
        for (TableCell& cell : row.cells) unlink(cell.spans);
      }
    }
    const bool was_list = !block.items.empty();
    for (ListItem& item : block.items) clean(item.blocks);
    std::erase_if(block.items, [](const ListItem& item) { return item.blocks.empty(); });
    const bool was_quote = !block.children.empty();
    clean(block.children);
    return !(was_list && block.items.empty()) && !(was_quote && block.children.empty());
  }

  /// Neighbours that differ in nothing any more become one.
  static void unlink(std::vector<Span>& spans) {
    std::vector<Span> joined;
    joined.reserve(spans.size());
    for (Span& span : spans) {
      span.href.clear();
      const bool alike = !joined.empty() && joined.back().emphasis == span.emphasis &&
                         joined.back().strong == span.strong && joined.back().code == span.code &&
                         joined.back().superscript == span.superscript &&
                         joined.back().subscript == span.subscript;
      if (alike) {
        joined.back().text += span.text;
      } else {
        joined.push_back(std::move(span));
      }
    }
    spans = std::move(joined);
  }

  const ContentParts& parts_;
  std::vector<Removal>& removals_;
};

}  // namespace

void leave_out(Extraction& extraction, const ContentParts& parts) {
  if (parts.tables && parts.images && parts.links) return;
  PartFilter filter(parts, extraction.removals);
  for (Article& article : extraction.articles) filter.clean(article.body);
  for (Comment& comment : extraction.comments) filter.clean(comment.body);
}

}  // namespace pith
