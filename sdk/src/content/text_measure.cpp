#include "content/text_measure.hpp"

#include "body/element_kinds.hpp"

namespace pith {
namespace {

/// Less is a request to switch programs on, or a dialogue.
constexpr std::uint32_t least_unread = 250;

std::uint32_t bytes_without_space(std::string_view text) {
  std::uint32_t bytes = 0;
  for (const char c : text) bytes += static_cast<unsigned char>(c) > ' ' ? 1 : 0;
  return bytes;
}

/// Bytes of text in noscript elements of the body.
std::uint32_t noscript_bytes(const Document& document) {
  std::uint32_t bytes = 0;
  const Node body = document.body();
  for (Node at = body; at && at.row() < body.end_row(); at = at.following()) {
    if (!at.is(Tag::noscript)) continue;
    for (Node in = at.following(); in && in.row() < at.end_row(); in = in.following()) {
      if (in.is_text()) bytes += bytes_without_space(in.data());
    }
  }
  return bytes;
}

/// Bytes of text in paragraphs that are hidden, or inside what is.
std::uint32_t hidden_paragraph_bytes(const Document& document) {
  std::uint32_t bytes = 0;
  std::uint32_t hidden_until = 0;
  std::uint32_t paragraph_until = 0;
  for (Node at = document.body(); at; at = at.following()) {
    if (at.is_text()) {
      if (at.row() < hidden_until && at.row() < paragraph_until) bytes += bytes_without_space(at.data());
      continue;
    }
    if (at.row() >= hidden_until && is_hidden(at)) hidden_until = at.end_row();
    if (at.is(Tag::p)) paragraph_until = at.end_row();
  }
  return bytes;
}

}  // namespace

TextMeasure::TextMeasure(const Document& document)
    : text_(document.size() + 1), link_text_(document.size() + 1) {
  measure(document);
  const std::uint32_t unread = noscript_bytes(document);
  reads_noscript_ = unread >= least_unread && unread > text_.back();
  const std::uint32_t hidden = hidden_paragraph_bytes(document);
  reads_hidden_ = hidden >= least_unread && hidden > paragraph_bytes(document);
  if (reads_noscript_ || reads_hidden_) measure(document);
}

std::uint32_t TextMeasure::paragraph_bytes(const Document& document) const {
  std::uint32_t bytes = 0;
  for (Node at = document.body(); at; at = at.following()) {
    if (at.is(Tag::p)) bytes += text(at) - link_text(at);
  }
  return bytes;
}

void TextMeasure::measure(const Document& document) {
  std::uint32_t unseen_until = 0;
  std::uint32_t link_until = 0;
  for (std::uint32_t row = 0; row < document.size(); ++row) {
    const Node at = document.at(row);
    std::uint32_t bytes = 0;
    if (at.is_element()) {
      if (row >= unseen_until && (is_unseen(at) || is_fallback(at.tag()))) unseen_until = at.end_row();
      if (row >= link_until && at.is(Tag::a)) link_until = at.end_row();
    } else if (at.is_text() && row >= unseen_until) {
      bytes = bytes_without_space(at.data());
    }
    text_[row + 1] = text_[row] + bytes;
    link_text_[row + 1] = link_text_[row] + (row < link_until ? bytes : 0);
  }
}

bool TextMeasure::is_unseen(Node element) const {
  if (reads_noscript_ && element.is(Tag::noscript)) return false;
  if (is_shadow_root(element)) return false;
  return is_unseen_tag(element.tag()) || (!reads_hidden_ && is_hidden(element));
}

double TextMeasure::link_density(Node node) const {
  const std::uint32_t all = text(node);
  return all == 0 ? 1.0 : static_cast<double>(link_text(node)) / all;
}

}  // namespace pith
