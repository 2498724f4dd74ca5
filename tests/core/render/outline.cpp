#include "tests/core/render/outline.hpp"

#include <algorithm>
#include <utility>

namespace pith::test {
namespace {

std::string name_of_marks(const Span& span) {
  std::string name;
  if (span.strong) name += "strong ";
  if (span.emphasis) name += "em ";
  if (span.superscript) name += "sup ";
  if (span.subscript) name += "sub ";
  if (span.code) name += "code ";
  name += span.href;
  return name;
}

std::string text_of_spans(const std::vector<Span>& spans) {
  OutlineText text;
  for (const Span& span : spans) text.add(span.text, span);
  return text.take();
}

class BlockOutline {
 public:
  std::string all(const std::vector<Block>& blocks, const std::string& indent) {
    std::string text;
    for (const Block& block : blocks) text += one(block, indent);
    return text;
  }

 private:
  static std::string line(const std::string& indent, const std::string& name, const std::string& text) {
    return text.empty() ? std::string() : indent + name + ": " + text + '\n';
  }

  std::string one(const Block& block, const std::string& indent) {
    switch (block.type) {
      case BlockType::paragraph:
        return line(indent, "p", text_of_spans(block.spans));
      case BlockType::heading: {
        std::string text = text_of_spans(block.spans);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return line(indent, std::string("h").append(std::to_string(block.level)), text);
      }
      case BlockType::list:
        return list(block, indent);
      case BlockType::quote: {
        const std::string children = all(block.children, indent + ' ');
        return children.empty() ? "" : indent + "quote\n" + children;
      }
      case BlockType::figure:
        return figure(block, indent);
      case BlockType::code:
        return line(indent, "code " + block.label, text_of(block));
      case BlockType::embed:
        return line(indent, "p", text_of_spans({{.text = block.label, .href = block.url}}));
      case BlockType::divider:
        return indent + "rule\n";
      case BlockType::table:
        break;
    }
    return indent + "not in this outline\n";
  }

  std::string list(const Block& block, const std::string& indent) {
    std::string items;
    for (const ListItem& item : block.items) {
      const std::string children = all(item.blocks, indent + "  ");
      if (!children.empty()) items += indent + " li\n" + children;
    }
    if (items.empty()) return {};
    return indent + (block.ordered ? "ol " + std::to_string(block.start) : "ul") + '\n' + items;
  }

  std::string figure(const Block& block, const std::string& indent) {
    std::string text;
    for (const Image& image : block.images) {
      text += indent + "p: ![" + image.alt + "](" + image.url + ")\n";
    }
    std::vector<Span> caption = block.spans;
    if (!block.credit.empty()) caption.push_back({.text = " (" + block.credit + ")"});
    for (Span& span : caption) span.emphasis = true;
    return text + line(indent, "p", text_of_spans(caption));
  }
};

}  // namespace

void OutlineText::add(std::string_view text, const Span& marks) {
  const std::string name = name_of_marks(marks);
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      if (space_ != "\n") space_ = std::string(1, c);
      continue;
    }
    if (!text_.empty()) text_ += space_;
    space_.clear();
    if (name != marks_) text_ += '{' + name + '}';
    marks_ = name;
    text_ += c;
  }
}

std::string OutlineText::take() {
  return std::exchange(text_, {});
}

std::string outline_of(const std::vector<Block>& blocks) {
  return BlockOutline().all(blocks, "");
}

}  // namespace pith::test
