#include "core/render/markdown.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/render/front.hpp"
#include "core/render/lines.hpp"
#include "core/render/markdown_inline.hpp"
#include "core/render/markdown_table.hpp"
#include "core/render/utf8.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

constexpr std::string_view kRule = "___\n";

std::string heading(const Block& block) {
  const std::string text = markdown_inline(block.spans, MarkdownContext::heading);
  if (text.empty()) return {};
  return std::string(static_cast<std::size_t>(std::clamp(block.level, 1, 6)), '#') + ' ' + text + '\n';
}

/// A language as the page names it, if it is one word that cannot end the line or the fence.
std::string info_string(std::string_view label) {
  const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '+' || c == '#' || c == '.';
  });
  return plain ? std::string(label) : std::string();
}

std::string code(const Block& block) {
  std::string text = displayable(text_of(block.spans));
  text.resize(text.find_last_not_of('\n') + 1);
  if (text.empty()) return {};
  std::size_t fence = 3;
  for (std::size_t at = text.find('`'); at < text.size(); at = text.find('`', at)) {
    const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
    fence = std::max(fence, end - at + 1);
    at = end;
  }
  const std::string ticks(fence, '`');
  return ticks + info_string(block.label) + '\n' + text + '\n' + ticks + '\n';
}

std::string figure(const Block& block) {
  std::string text;
  for (const Image& image : block.images) {
    const std::string picture = markdown_image(image);
    if (picture.empty()) continue;
    if (!text.empty()) text += '\n';
    text += picture + '\n';
  }
  std::vector<Span> caption = block.spans;
  if (!block.credit.empty()) {
    const bool alone = text_of(caption).empty();
    caption.push_back({.text = (alone ? "(" : " (") + block.credit + ")"});
  }
  for (Span& span : caption) span.emphasis = true;
  const std::string line = markdown_inline(caption);
  if (line.empty()) return text;
  return text + (text.empty() ? "" : "\n") + line + '\n';
}

std::string embed(const Block& block) {
  const std::string& text = block.label.empty() ? block.url : block.label;
  return as_line(markdown_inline({{.text = text, .href = block.url}}));
}

/// Renders blocks in blocks. Recursion ends at Limits::block_depth.
class MarkdownBlocks {
 public:
  std::string all(const std::vector<Block>& blocks, bool tight = false) {
    if (depth_ >= Limits{}.block_depth) return as_line(markdown_inline({{.text = text_of(blocks)}}));
    ++depth_;
    std::string text;
    const Block* before = nullptr;
    bool alternate = false;
    for (const Block& block : blocks) {
      // Two lists in a row would be one, unless their markers differ (section 5.3).
      const bool follows = before != nullptr && before->type == BlockType::list &&
                           block.type == BlockType::list && before->ordered == block.ordered;
      const bool other = follows && !alternate;
      const std::string rendered = one(block, other);
      if (rendered.empty()) continue;
      alternate = other;
      if (!text.empty() && !tight) text += '\n';
      text += rendered;
      before = &block;
    }
    --depth_;
    return text;
  }

 private:
  std::string one(const Block& block, bool alternate) {
    switch (block.type) {
      case BlockType::paragraph:
        return as_line(markdown_inline(block.spans));
      case BlockType::heading:
        return heading(block);
      case BlockType::list:
        return list(block, alternate);
      case BlockType::quote:
        return prefixed(all(block.children), "> ", "> ");
      case BlockType::figure:
        return figure(block);
      case BlockType::table:
        return table(block);
      case BlockType::code:
        return code(block);
      case BlockType::embed:
        return embed(block);
      case BlockType::divider:
        return std::string(kRule);
    }
    return {};
  }

  /// Markdown knows no captions.
  static std::string table(const Block& block) {
    std::vector<Span> caption = block.spans;
    for (Span& span : caption) span.emphasis = true;
    const std::string line = as_line(markdown_inline(caption));
    const std::string rows = markdown_table(block);
    return line + (line.empty() || rows.empty() ? "" : "\n") + rows;
  }

  std::string list(const Block& block, bool alternate) {
    const bool tight = is_tight(block);
    std::string text;
    std::int64_t number = std::max(block.start, 0);
    for (const ListItem& item : block.items) {
      constexpr std::int64_t kLargest = 999'999'999;  // section 5.2: nine digits
      const std::string content = all(item.blocks, tight);
      if (content.empty()) continue;
      const std::string marker = block.ordered
                                     ? std::to_string(std::min(number++, kLargest)) + (alternate ? ")" : ".")
                                     : std::string(alternate ? "+" : "-");
      if (!text.empty() && !tight) text += '\n';
      text += prefixed(content, marker + ' ', std::string(marker.size() + 1, ' '));
    }
    return text;
  }

  /// Whether the items can stand without empty lines between: each a paragraph, perhaps with a list
  /// that may interrupt it (section 5.3: not one that starts at another number than 1).
  static bool is_tight(const Block& list) {
    return std::all_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
      if (item.blocks.empty() || item.blocks.size() > 2) return false;
      return is_line(item.blocks[0]) && (item.blocks.size() == 1 || is_simple(item.blocks[1]));
    });
  }
  static bool is_line(const Block& block) {
    return block.type == BlockType::paragraph && !markdown_inline(block.spans).empty();
  }
  static bool is_simple(const Block& list) {
    if (list.type != BlockType::list || (list.ordered && list.start != 1) || list.items.empty()) return false;
    return std::all_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
      return item.blocks.size() == 1 && is_line(item.blocks[0]);
    });
  }

  std::uint32_t depth_ = 0;
};

std::vector<Block> front_of(const Article& article) {
  std::vector<Block> front;
  if (!article.title.empty()) front.push_back(Block::heading(1, article.title));
  if (!article.subtitle.empty()) {
    front.push_back(Block::paragraph(article.subtitle));
    front.back().spans.front().emphasis = true;
  }
  const std::string byline = byline_of(article);
  if (!byline.empty()) front.push_back(Block::paragraph(byline));
  return front;
}

}  // namespace

std::string render_markdown(const std::vector<Block>& body) {
  return MarkdownBlocks().all(body);
}

std::string render_markdown(const Article& article) {
  const std::string front = render_markdown(front_of(article));
  const std::string body = render_markdown(article.body);
  return front + (front.empty() || body.empty() ? "" : "\n") + body;
}

std::string render_markdown(const Extraction& extraction) {
  if (const auto links = page_of_links(extraction)) return render_markdown(*links);
  std::string text;
  const auto add = [&text](const Article& article) {
    const std::string rendered = render_markdown(article);
    if (!text.empty() && !rendered.empty()) text += '\n' + std::string(kRule) + '\n';
    text += rendered;
  };
  for (const Article& article : extraction.articles) add(article);
  if (const auto comments = page_of_comments(extraction)) add(*comments);
  return text;
}

}  // namespace pith
