#include "core/render/text.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include "core/render/front.hpp"
#include "core/render/lines.hpp"
#include "core/render/utf8.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

const std::string kArticleRule = "\n" + std::string(72, '-') + "\n\n";

std::string one_line(const std::string& text) {
  std::string line = displayable(text);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  return line;
}

std::string embed(const Block& block) {
  std::string line;
  if (block.url.empty()) return line;
  if (!block.label.empty()) line.append("[").append(one_line(block.label)).append("] ");
  return as_line(line + one_line(block.url));
}

/// Renders blocks in blocks. Recursion ends at Limits::block_depth.
class TextBlocks {
 public:
  std::string all(const std::vector<Block>& blocks, bool spaced = true) {
    if (depth_ >= Limits{}.block_depth) return as_line(displayable(text_of(blocks)));
    ++depth_;
    std::string text;
    for (const Block& block : blocks) {
      const std::string rendered = one(block);
      if (spaced && !text.empty() && !rendered.empty()) text += '\n';
      text += rendered;
    }
    --depth_;
    return text;
  }

 private:
  std::string one(const Block& block) {
    switch (block.type) {
      case BlockType::list:
        return list(block);
      case BlockType::quote:
        return prefixed(all(block.children), "> ", "> ");
      case BlockType::code:
        return prefixed(as_line(displayable(text_of(block))), "    ", "    ");
      case BlockType::embed:
        return embed(block);
      case BlockType::divider:
        return "* * *\n";
      case BlockType::paragraph:
      case BlockType::heading:
      case BlockType::figure:
        break;
      case BlockType::table:
        return table(block);
    }
    return as_line(displayable(text_of(block)));
  }

  /// The tabs between cells are no control characters of the page.
  static std::string table(const Block& block) {
    std::string text = as_line(one_line(text_of(block.spans)));
    for (const TableRow& row : block.rows) {
      std::string line;
      for (const TableCell& cell : row.cells) {
        if (&cell != row.cells.data()) line += '\t';
        line += one_line(text_of(cell.spans));
      }
      text += as_line(std::move(line));
    }
    return text;
  }

  std::string list(const Block& block) {
    std::string text;
    std::int64_t number = block.start;
    for (const ListItem& item : block.items) {
      const std::string marker = block.ordered ? std::to_string(number++) + ". " : "- ";
      text += prefixed(all(item.blocks, false), marker, std::string(marker.size(), ' '));
    }
    return text;
  }

  std::uint32_t depth_ = 0;
};

void add_paragraphs(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

}  // namespace

std::string render_text(const Article& article) {
  const std::string front = as_line(one_line(article.title)) + as_line(one_line(article.subtitle)) +
                            as_line(one_line(byline_of(article)));
  const std::string body = TextBlocks().all(article.body);
  return front + (front.empty() || body.empty() ? "" : "\n") + body;
}

std::string render_text(const Extraction& extraction) {
  if (const auto links = page_of_links(extraction)) return render_text(*links);
  std::string text;
  const auto add = [&text](const Article& article) {
    const std::string rendered = render_text(article);
    if (!text.empty() && !rendered.empty()) text += kArticleRule;
    text += rendered;
  };
  for (const Article& article : extraction.articles) add(article);
  if (const auto comments = page_of_comments(extraction)) add(*comments);
  return text;
}

std::string body_text(const Article& article) {
  return text_of(article.body);
}

std::string page_text(const Extraction& extraction) {
  if (extraction.articles.size() == 1) return body_text(extraction.articles.front());
  std::string text;
  for (const Article& article : extraction.articles) {
    add_paragraphs(text, article.title);
    add_paragraphs(text, body_text(article));
  }
  return text;
}

}  // namespace pith
