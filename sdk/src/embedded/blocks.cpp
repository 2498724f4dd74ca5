#include <string>
#include <vector>

#include "body/element_kinds.hpp"
#include "embedded/fragment.hpp"
#include "embedded/node_tree_writer.hpp"
#include "pith/block_repairs.hpp"
#include "pith/body_reader.hpp"
#include "pith/embedded_article.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// Without any block element `br` is all that parts the paragraphs.
bool has_blocks(const Document& fragment) {
  const Node body = fragment.body();
  for (Node at = body.following(); at && at.row() < body.end_row(); at = at.following()) {
    if (at.is_element() && is_block_tag(at.tag())) return true;
  }
  return false;
}

}  // namespace

std::vector<Block> blocks_of_html(std::string_view html, PageContext& context) {
  return embedded::read_fragment(html, context, [](const Document& fragment, PageContext& inner) {
    std::vector<Block> blocks = read_body(fragment.body(), inner);
    if (!has_blocks(fragment)) split_lines(blocks, {fragment.body()}, inner);
    return blocks;
  });
}

std::vector<Block> blocks_of_node_tree(JsonValue nodes, PageContext& context) {
  return blocks_of_html(embedded::NodeTreeWriter(context).write(nodes), context);
}

std::vector<Block> blocks_of_text(std::string_view text) {
  // Between empty lines stand paragraphs; where there are none, every line is one.
  const bool spaced =
      text.find("\n\n") != std::string_view::npos || text.find("\r\n\r\n") != std::string_view::npos;
  std::vector<Block> blocks;
  std::string paragraph;
  const auto finish = [&] {
    std::string clean = collapse_space(paragraph);
    if (!clean.empty()) blocks.push_back(Block::paragraph(std::move(clean)));
    paragraph.clear();
  };
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (!spaced || trim(line).empty()) finish();
    // Lines that were broken at a link: one may begin with what closes the one before, or end in what opens.
    const auto words = trim(line);
    const bool closes =
        !words.empty() && std::string_view(",.;:!?)").find(words.front()) != std::string_view::npos;
    if (!closes && !paragraph.empty() && paragraph.back() != '(') paragraph += ' ';
    paragraph += words;
    at = end + 1;
  }
  finish();
  return blocks;
}

}  // namespace pith
