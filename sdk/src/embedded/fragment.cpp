#include "embedded/fragment.hpp"

#include <string>
#include <utility>

#include "pith/text.hpp"

namespace pith::embedded {
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

}  // namespace

std::vector<Block> read_fragment(std::string_view html, PageContext& context, const FragmentReader& read) {
  const Document fragment =
      Document::parse(base_of(context.document()) + std::string(html), context.limits());
  PageContext inner(context.page(), fragment, context.limits());
  std::vector<Block> blocks = read(fragment, inner);
  forget_source(blocks);
  for (const auto& removal : inner.ledger().removals())
    context.ledger().cut_text(removal.excerpt, removal.kind, removal.rule);
  for (auto& notice : inner.notices()) context.notice(notice.kind, std::move(notice.text));
  return blocks;
}

}  // namespace pith::embedded
