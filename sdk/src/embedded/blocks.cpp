#include <string>
#include <utility>
#include <vector>

#include "body/element_kinds.hpp"
#include "embedded/node_tree_writer.hpp"
#include "pith/block_repairs.hpp"
#include "pith/body_reader.hpp"
#include "pith/embedded_article.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// What is read from a string has no place in the page.
void forget_source(std::vector<Block>& blocks) {
  std::vector<Block*> open;
  for (auto& block : blocks) open.push_back(&block);
  while (!open.empty()) {
    Block* block = open.back();
    open.pop_back();
    block->source = {};
    for (auto& child : block->children) open.push_back(&child);
    for (auto& item : block->items) {
      for (auto& child : item.blocks) open.push_back(&child);
    }
  }
}

/// The `<base href>` of the page, so that references in a piece of it mean the same.
std::string base_of(const Document& document) {
  for (Node node = document.head().first_element(); node; node = node.next_element()) {
    if (node.is(Tag::base) && node.has_attribute("href"))
      return "<base href=\"" + escape_html(node.attribute("href")) + "\">";
  }
  return {};
}

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
  const Document fragment =
      Document::parse(base_of(context.document()) + std::string(html), context.limits());
  // Rows of the fragment mean nothing in the page's ledger: it is read with a ledger of its own.
  PageContext inner(context.page(), fragment, context.limits());
  std::vector<Block> blocks = read_body(fragment.body(), inner);
  if (!has_blocks(fragment)) split_lines(blocks, {fragment.body()}, inner);
  forget_source(blocks);
  for (const auto& removal : inner.ledger().removals())
    context.ledger().cut_text(removal.excerpt, removal.kind, removal.rule);
  for (auto& notice : inner.notices()) context.notice(notice.kind, std::move(notice.text));
  return blocks;
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
