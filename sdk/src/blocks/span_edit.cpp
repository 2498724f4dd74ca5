#include "blocks/span_edit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "pith/text.hpp"

namespace pith {
namespace {

void remove_range(std::vector<Span>& spans, std::size_t begin, std::size_t end) {
  std::size_t start = 0;
  for (Span& span : spans) {
    const std::size_t stop = start + span.text.size();
    const std::size_t from = std::max(begin, start);
    const std::size_t to = std::min(end, stop);
    if (from < to) span.text.erase(from - start, to - from);
    start = stop;
  }
  std::erase_if(spans, [](const Span& span) { return span.text.empty(); });
}

void trim_ends(std::vector<Span>& spans) {
  while (!spans.empty()) {
    std::string& first = spans.front().text;
    first.erase(
        0, first.find_first_not_of(' ') == std::string::npos ? first.size() : first.find_first_not_of(' '));
    if (!first.empty()) break;
    spans.erase(spans.begin());
  }
  while (!spans.empty()) {
    std::string& last = spans.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
    if (!last.empty()) break;
    spans.pop_back();
  }
}

struct Replacement {
  std::string_view from;
  std::string_view to;
};
constexpr auto replacements = std::to_array<Replacement>({
    {"\xE2\x80\x98", "'"},
    {"\xE2\x80\x99", "'"},
    {"\xE2\x80\x9A", "'"},
    {"\xE2\x80\x9B", "'"},
    {"\xE2\x80\x9C", "\""},
    {"\xE2\x80\x9D", "\""},
    {"\xE2\x80\x9E", "\""},
    {"\xE2\x80\x9F", "\""},
    {"\xE2\x80\x90", "-"},
    {"\xE2\x80\x91", "-"},
    {"\xE2\x80\x92", "-"},
    {"\xE2\x80\x93", "-"},
    {"\xE2\x80\x94", "-"},
    {"\xE2\x80\x95", "-"},
    {"\xE2\x80\xA6", "..."},
    {"\xC2\xA0", " "},
    {"\xC2\xA9", "(c)"},
});

/// What the character at `at` folds to, and how many bytes it has.
std::pair<std::string_view, std::size_t> folded(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return {text.substr(at, 1), 1};
  for (const Replacement& replacement : replacements) {
    if (text.substr(at).starts_with(replacement.from)) return {replacement.to, replacement.from.size()};
  }
  return {text.substr(at, 1), 1};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

void erase_text(std::vector<Span>& spans, std::size_t begin, std::size_t end) {
  const std::string text = text_of(spans);
  end = std::min(end, text.size());
  if (begin >= end) return;
  const bool space_before = begin > 0 && text[begin - 1] == ' ';
  const bool space_after = end < text.size() && text[end] == ' ';
  const std::size_t next = end + (space_after ? 1 : 0);
  const bool stop_after =
      next < text.size() && std::string_view(".,;:!?)").find(text[next]) != std::string_view::npos;
  if (space_before && stop_after) end = next;
  if (space_before && (space_after || stop_after || end == text.size())) --begin;
  remove_range(spans, begin, end);
  trim_ends(spans);
}

void keep_text(std::vector<Span>& spans, std::size_t begin, std::size_t end) {
  remove_range(spans, end, std::string::npos);
  remove_range(spans, 0, begin);
  trim_ends(spans);
}

void append_spans(std::vector<Span>& spans, std::vector<Span> more) {
  if (spans.empty() || more.empty()) {
    for (Span& span : more) spans.push_back(std::move(span));
    return;
  }
  Span& last = spans.back();
  Span& next = more.front();
  const bool no_space = std::string_view(".,;:!?)").find(next.text.front()) != std::string_view::npos;
  const auto plain = [](const Span& span) {
    Span style = span;
    style.text.clear();
    return style == Span{};
  };
  if (plain(last) && plain(next)) {
    last.text += (no_space ? "" : " ") + next.text;
    more.erase(more.begin());
  } else if (!no_space && plain(last)) {
    last.text += ' ';
  } else if (!no_space && plain(next)) {
    next.text.insert(next.text.begin(), ' ');
  } else if (!no_space) {
    spans.push_back({});
    spans.back().text = " ";
  }
  for (Span& span : more) spans.push_back(std::move(span));
}

FoldedText::FoldedText(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    folded_ = lower_ascii(text);
    return;
  }
  folded_.reserve(text.size());
  offsets_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto [to, length] = folded(text, at);
    for (const char c : to) {
      folded_ += lower(c);
      offsets_.push_back(at);
    }
    at += length;
  }
  offsets_.push_back(text.size());
}

std::string FoldedText::fold(std::string_view text) {
  return FoldedText(text).folded_;
}

std::size_t FoldedText::find(std::string_view folded_words, std::size_t from) const {
  const std::size_t at = folded_.find(folded_words, folded_from(from));
  return at == std::string::npos ? at : offset_of(at);
}

std::size_t FoldedText::folded_from(std::size_t offset) const {
  if (offsets_.empty()) return offset;
  const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
  return static_cast<std::size_t>(found - offsets_.begin());
}

std::size_t FoldedText::end_of(std::size_t begin, std::string_view folded_words) const {
  return offset_of(std::min(folded_.size(), folded_from(begin) + folded_words.size()));
}

}  // namespace pith
