#include "body/inline_buffer.hpp"

#include <algorithm>
#include <utility>

#include "content/visible_text.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool same_style(const Span& a, const Span& b) {
  return a.emphasis == b.emphasis && a.strong == b.strong && a.code == b.code &&
         a.superscript == b.superscript && a.subscript == b.subscript && a.href == b.href;
}

}  // namespace

void InlineBuffer::add(std::string_view text, const Span& style, SourceRange source) {
  const EdgeSpace edges = edge_space(text);
  std::string words = collapse_space(text);
  if (words.empty()) {
    space_pending_ = space_pending_ || edges.before;
    return;
  }
  const bool space = !spans_.empty() && (space_pending_ || edges.before);
  if (spans_.empty()) source_ = source;
  source_.end = std::max(source_.end, source.end);
  if (!spans_.empty() && same_style(spans_.back(), style)) {
    if (space) spans_.back().text += ' ';
    spans_.back().text += words;
  } else {
    // The space belongs to the plainer of the two, so that no link or emphasis begins or ends with one.
    const bool plain = same_style(style, Span{});
    if (space && !plain) {
      if (same_style(spans_.back(), Span{})) {
        spans_.back().text += ' ';
      } else {
        spans_.push_back({});
        spans_.back().text = " ";
      }
    }
    spans_.push_back(style);
    spans_.back().text = space && plain ? ' ' + words : std::move(words);
  }
  space_pending_ = edges.after;
}

std::vector<Span> InlineBuffer::take() {
  space_pending_ = false;
  source_ = {};
  return std::exchange(spans_, {});
}

}  // namespace pith
