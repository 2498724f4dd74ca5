#include "body/inline_buffer.hpp"

#include <algorithm>
#include <utility>

#include "body/segment_break.hpp"
#include "content/visible_text.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool same_style(const Span& a, const Span& b) {
  return a.emphasis == b.emphasis && a.strong == b.strong && a.code == b.code &&
         a.superscript == b.superscript && a.subscript == b.subscript && a.href == b.href;
}

constexpr std::string_view white_space = " \t\r\n\f";

/// White space collapsed, as the language of the text wants it.
std::string words_of(std::string_view text) {
  const bool ascii =
      std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (ascii || text.find('\n') == std::string_view::npos) return collapse_space(text);
  return collapse_space(join_segments(text));
}

}  // namespace

InlineBuffer::Pending InlineBuffer::kind_of(std::string_view space) {
  return space.find('\n') == std::string_view::npos ? Pending::space : Pending::line_break;
}

void InlineBuffer::add(std::string_view text, const Span& style, SourceRange source) {
  const EdgeSpace edges = edge_space(text);
  std::string words = words_of(text);
  const std::size_t first = text.find_first_not_of(white_space);
  const std::string_view before = text.substr(0, first);
  if (edges.before) pending_ = std::max(pending_, kind_of(before));
  if (words.empty()) return;
  const bool joins =
      pending_ == Pending::line_break && !spans_.empty() && breaks_without_space(spans_.back().text, words);
  const bool space = !spans_.empty() && pending_ != Pending::nothing && !joins;
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
  const std::size_t last = text.find_last_not_of(white_space);
  pending_ =
      edges.after && last != std::string_view::npos ? kind_of(text.substr(last + 1)) : Pending::nothing;
}

std::vector<Span> InlineBuffer::take() {
  pending_ = Pending::nothing;
  source_ = {};
  return std::exchange(spans_, {});
}

}  // namespace pith
