#include "pith/ledger.hpp"

#include "content/visible_text.hpp"
#include "pith/selector.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t excerpt_bytes = 80;

void mark(std::vector<bool>& marks, Node node) {
  if (marks.size() < node.end_row()) marks.resize(node.end_row());
  std::fill(marks.begin() + node.row(), marks.begin() + node.end_row(), true);
}

bool holds_picture(Node node) {
  for (Node at = node; at && at.row() < node.end_row(); at = at.following()) {
    if (at.is(Tag::img) || at.is(Tag::video) || at.is(Tag::iframe) || at.is(Tag::audio)) return true;
  }
  return false;
}

}  // namespace

void Ledger::cut(Node node, Boilerplate kind, std::string_view rule) {
  if (!node || is_cut(node)) return;
  const std::string text = collect_visible_text(node, this);
  const bool worth_telling = !text.empty() || holds_picture(node);
  mark(cut_, node);
  if (worth_telling) {
    removals_.push_back({kind, std::string(rule), node.source(), excerpt(text, excerpt_bytes), text.size()});
  }
}

void Ledger::cut_text(std::string_view text, Boilerplate kind, std::string_view rule, SourceRange source) {
  removals_.push_back({kind, std::string(rule), source, excerpt(text, excerpt_bytes), text.size()});
}

void Ledger::keep(Node node) {
  if (node) mark(kept_, node);
}

}  // namespace pith
