#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "blocks/span_edit.hpp"
#include "body/element_kinds.hpp"
#include "pith/block_repairs.hpp"
#include "pith/node.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// How many inline elements around a text are looked at.
constexpr int most_inline_depth = 8;
/// Bytes of a text that the next may have run into: not a drop cap.
constexpr std::size_t least_run_bytes = 4;
/// Words that a line has at least if neither a full stop nor a `br` ends it.
constexpr std::size_t least_line_words = 3;

/// A text of the page, and whether a new line begins with it.
struct Piece {
  std::size_t begin;
  std::size_t letters;
  bool new_line;
};

/// Bytes that are not white space: what stays the same when spaces are collapsed and trimmed.
std::size_t letters_of(std::string_view text) {
  const std::string words = collapse_space(text);
  return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool begins_line(std::string_view text) {
  for (const std::string_view mark :
       {"\xE2\x80\x9C", "\xE2\x80\x98", "\"", "- ", "\xE2\x80\x93 ", "\xE2\x80\xA2"}) {
    if (text.starts_with(mark)) return true;
  }
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

/// A sentence, or one with citation marks behind it.
bool ends_line(std::string_view text) {
  return ends_sentence(text) || text.ends_with(']');
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

/// The outermost inline element around a text, or the text itself.
Node outermost_inline(Node text) {
  Node top = text;
  for (int depth = 0; depth < most_inline_depth; ++depth) {
    const Node around = top.parent();
    if (!around.is_element() || is_block(around)) break;
    top = around;
  }
  return top;
}

/// Finds the lines of a page that its markup sets one under the other without a block for each.
class LineFinder {
 public:
  explicit LineFinder(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<Piece> find(const std::vector<Node>& roots) {
    for (const Node root : roots) {
      after_break_ = false;
      last_ = {};
      read(root);
    }
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    return std::move(pieces_);
  }

 private:
  void read(Node root) {
    for (Node at = root; at && (at == root || at.row() < root.end_row());) {
      const bool unseen = at.is_element() && (is_unseen_tag(at.tag()) || is_hidden(at) || ledger_.is_cut(at));
      if (unseen) {
        at = at.after();
        continue;
      }
      if (at.is(Tag::br)) after_break_ = true;
      if (at.is_text() && !trim(at.data()).empty()) add(at);
      at = at.following();
    }
  }

  void add(Node text) {
    const bool new_line = after_break_ || (last_ && (runs_together(text) || is_line_of_its_own(text)));
    pieces_.push_back({text.source().begin, letters_of(text.data()), new_line});
    after_break_ = false;
    last_ = text;
  }

  /// "...years ago." and "The oldest ..." in two elements without a space between: a style sheet sets them
  /// apart.
  bool runs_together(Node text) const {
    const std::string_view before = last_.data();
    const std::string_view after = text.data();
    if (last_.parent() == text.parent() || is_space(before.back()) || is_space(after.front())) return false;
    return begins_line(after) && (is_lower(before.back()) || ends_line(before)) &&
           before.size() >= least_run_bytes;
  }

  /// Of an element that holds nothing but spans and the like, each is a line.
  bool is_line_of_its_own(Node text) {
    const Node before = outermost_inline(last_);
    const Node now = outermost_inline(text);
    if (before == now || !now.is_element() || before.parent() != now.parent() ||
        !holds_only_elements(now.parent()))
      return false;
    const std::string_view last = trim(last_.data());
    const std::string_view next = trim(text.data());
    if (ends_line(last) || comparison_key(last) == comparison_key(next)) return true;
    const bool words_touch = !is_space(last_.data().back()) && !is_space(text.data().front()) &&
                             is_letter(last.back()) && is_letter(next.front()) && count_words(last) > 1;
    if (words_touch) return true;
    return begins_line(next) && last.back() != ',' && count_words(last) >= least_line_words &&
           count_words(next) >= least_line_words;
  }

  bool holds_only_elements(Node holder) {
    const auto [known, is_new] = only_elements_.try_emplace(holder.row(), true);
    for (Node child = holder.first_child(); is_new && child && known->second; child = child.next()) {
      if (child.is_text() && !trim(child.data()).empty()) known->second = false;
    }
    return known->second;
  }

  const Ledger& ledger_;
  std::vector<Piece> pieces_;
  Node last_;
  bool after_break_ = false;
  /// By the row of the holder.
  std::unordered_map<std::uint32_t, bool> only_elements_;
};

/// Where in a block's text its lines begin, but the first; empty if the pieces are not what the block holds.
std::vector<std::size_t> line_starts(const Block& block, const std::vector<Piece>& pieces) {
  const auto begin = std::lower_bound(pieces.begin(), pieces.end(), block.source.begin,
                                      [](const Piece& piece, std::size_t at) { return piece.begin < at; });
  std::vector<std::size_t> letters;
  std::size_t count = 0;
  for (auto piece = begin; piece != pieces.end() && piece->begin < block.source.end; ++piece) {
    if (piece->new_line && count > 0) letters.push_back(count);
    count += piece->letters;
  }
  const std::string text = text_of(block.spans);
  std::vector<std::size_t> starts;
  if (letters.empty() || letters_of(text) != count) return starts;
  std::size_t seen = 0;
  auto next = letters.begin();
  for (std::size_t at = 0; at < text.size() && next != letters.end(); ++at) {
    if (text[at] == ' ') continue;
    if (seen++ == *next) starts.push_back(at), ++next;
  }
  return starts;
}

/// The spans of the lines that begin at the start of the text and at `starts`. One pass: a page may be one
/// paragraph of very many lines.
std::vector<std::vector<Span>> split_spans(const std::vector<Span>& spans,
                                           const std::vector<std::size_t>& starts) {
  std::vector<std::vector<Span>> lines(1);
  auto next = starts.begin();
  std::size_t begin = 0;
  for (const Span& span : spans) {
    Span style = span;
    style.text.clear();
    std::size_t from = 0;
    for (; next != starts.end() && *next < begin + span.text.size(); ++next) {
      Span piece = style;
      piece.text = span.text.substr(from, *next - begin - from);
      if (!piece.text.empty()) lines.back().push_back(std::move(piece));
      lines.emplace_back();
      from = *next - begin;
    }
    Span rest = style;
    rest.text = span.text.substr(from);
    if (!rest.text.empty()) lines.back().push_back(std::move(rest));
    begin += span.text.size();
  }
  return lines;
}

}  // namespace

void split_lines(std::vector<Block>& blocks, const std::vector<Node>& roots, PageContext& context) {
  const std::vector<Piece> pieces = LineFinder(context.ledger()).find(roots);
  std::vector<Block> lines;
  for (Block& block : blocks) {
    std::vector<std::size_t> starts;
    if (block.type == BlockType::paragraph) starts = line_starts(block, pieces);
    if (starts.empty()) {
      lines.push_back(std::move(block));
      continue;
    }
    for (std::vector<Span>& spans : split_spans(block.spans, starts)) {
      keep_text(spans, 0, text_of(spans).size());
      if (spans.empty()) continue;
      lines.push_back({});
      lines.back().spans = std::move(spans);
      lines.back().source = block.source;
    }
  }
  blocks = std::move(lines);
}

}  // namespace pith
