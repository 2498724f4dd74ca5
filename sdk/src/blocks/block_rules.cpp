#include "blocks/block_rules.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "blocks/photo_line.hpp"
#include "blocks/span_edit.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_headline = 160;
constexpr std::size_t least_headline_words = 3;

void tell(const Block& block, Boilerplate kind, const std::string& rule, Ledger& ledger) {
  ledger.cut_text(text_of(block), kind, rule, block.source);
}

void tell_all(const std::vector<Block>& blocks, std::size_t from, std::size_t to, Boilerplate kind,
              const std::string& rule, Ledger& ledger) {
  std::string text;
  SourceRange source = from < to ? blocks[from].source : SourceRange{};
  for (std::size_t i = from; i < to; ++i) {
    const std::string words = text_of(blocks[i]);
    if (!words.empty()) text += (text.empty() ? "" : "\n") + words;
    source.end = std::max(source.end, blocks[i].source.end);
  }
  if (!text.empty()) ledger.cut_text(text, kind, rule, source);
}

/// Whether every word of a block is in a link.
bool is_all_links(const Block& block) {
  std::vector<const Block*> open{&block};
  std::size_t links = 0;
  while (!open.empty()) {
    const Block* at = open.back();
    open.pop_back();
    if (at->type == BlockType::code || at->type == BlockType::table) return false;
    for (const Span& span : at->spans) {
      if (span.href.empty() && !trim(span.text).empty()) return false;
      links += span.href.empty() ? 0 : 1;
    }
    for (const Block& child : at->children) open.push_back(&child);
    for (const ListItem& item : at->items) {
      for (const Block& child : item.blocks) open.push_back(&child);
    }
  }
  return links > 0;
}

/// A line behind "Read more" that is no sentence, where the page's links lead nowhere.
bool reads_like_headline(const Block& block) {
  const std::string text = text_of(block);
  return block.type == BlockType::paragraph && text.size() <= longest_headline && !ends_sentence(text) &&
         !is_photo_line(text) && count_words(text) >= least_headline_words;
}

}  // namespace

bool matches(const TextPattern& pattern, const Block& block) {
  if (pattern.headings_only() && !reads_like_heading(block)) return false;
  return pattern.matches(text_of(block));
}

void drop_phrases(std::vector<Block>& blocks, const PhraseRules& rules, Ledger& ledger) {
  if (rules.empty()) return;
  std::erase_if(blocks, [&](Block& block) {
    drop_phrases(block.children, rules, ledger);
    for (ListItem& item : block.items) drop_phrases(item.blocks, rules, ledger);
    if (!block.children.empty() || !block.items.empty()) return false;
    const PhraseRule* rule = rules.first_match(block);
    if (rule != nullptr) tell(block, rule->kind, rule->pattern.describe(), ledger);
    return rule != nullptr;
  });
}

std::vector<const PhraseRule*> drop_announced_links(std::vector<Block>& blocks, const PhraseRules& rules,
                                                    Ledger& ledger) {
  std::vector<const PhraseRule*> matched;
  matched.reserve(blocks.size());
  const PhraseRule* announced = nullptr;
  std::erase_if(blocks, [&](Block& block) {
    const PhraseRule* rule = rules.first_match(block);
    matched.push_back(rule);
    if (rule != nullptr && (rule->kind == Boilerplate::read_more || rule->kind == Boilerplate::related)) {
      // A line that is a link itself leads to more of what stands before it, in a listing for instance.
      announced = is_all_links(block) ? nullptr : rule;
      return false;
    }
    const bool headline =
        announced != nullptr && announced->kind == Boilerplate::read_more && reads_like_headline(block);
    if (announced == nullptr || (!is_all_links(block) && !headline)) {
      // Pictures of what is linked may stand between.
      if (block.type != BlockType::figure) announced = nullptr;
      return false;
    }
    tell(block, announced->kind, "links after " + announced->pattern.describe(), ledger);
    matched.pop_back();
    return true;
  });
  return matched;
}

namespace {

/// A line that is nothing but a marker. What only begins or ends like one may be prose.
bool is_certain(const PhraseRule& rule, const Block& block) {
  return rule.pattern.how() == TextPattern::How::equals || reads_like_heading(block);
}

/// What a tail takes, a row of the ledger for each kind that its lines tell.
void tell_tail(const std::vector<Block>& blocks, std::size_t from, const PhraseRules& rules, Ledger& ledger) {
  const PhraseRule* rule = rules.first_match(blocks[from]);
  std::size_t begin = from;
  for (std::size_t i = from + 1; i < blocks.size(); ++i) {
    const PhraseRule* next = rules.first_match(blocks[i]);
    if (next == nullptr || next->kind == rule->kind) continue;
    tell_all(blocks, begin, i, rule->kind, "from " + rule->pattern.describe(), ledger);
    begin = i;
    rule = next;
  }
  tell_all(blocks, begin, blocks.size(), rule->kind, "from " + rule->pattern.describe(), ledger);
}

}  // namespace

void drop_tail(std::vector<Block>& blocks, const PhraseRules& rules, std::size_t words_before,
               Ledger& ledger) {
  if (rules.empty()) return;
  // From the end, so that of a line that is not certain it is known what it would take.
  std::vector<bool> ends(blocks.size());
  std::size_t words_after = 0;
  bool furniture_after = false;
  const std::size_t all = count_words(blocks);
  for (std::size_t i = blocks.size(); i-- > 0;) {
    words_after += blocks[i].type == BlockType::figure ? 0 : count_words(text_of(blocks[i]));
    const PhraseRule* rule = rules.first_match(blocks[i]);
    if (rule == nullptr) continue;
    const bool certain = is_certain(*rule, blocks[i]);
    ends[i] = certain || furniture_after || words_after * 2 <= all;
    furniture_after = furniture_after || certain;
  }
  std::vector<Block> kept;
  std::size_t words = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (ends[i] && words >= words_before) {
      tell_tail(blocks, i, rules, ledger);
      break;
    }
    if (ends[i]) {
      const PhraseRule* rule = rules.first_match(blocks[i]);
      tell(blocks[i], rule->kind, rule->pattern.describe() + ", before the body", ledger);
      continue;
    }
    words += count_words(text_of(blocks[i]));
    kept.push_back(std::move(blocks[i]));
  }
  blocks = std::move(kept);
}

void drop_head(std::vector<Block>& blocks, const PhraseRules& rules, Ledger& ledger) {
  if (rules.empty()) return;
  for (std::size_t i = blocks.size() / 2 + 1; i-- > 0;) {
    if (i >= blocks.size()) continue;
    const PhraseRule* rule = rules.first_match(blocks[i]);
    if (rule == nullptr) continue;
    tell_all(blocks, 0, i + 1, rule->kind, "until " + rule->pattern.describe(), ledger);
    blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

namespace {

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where the sentence ends that goes on at `at`: `at` itself if another begins there.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  std::size_t next = text.find_first_not_of(' ', at);
  if (next == std::string_view::npos) return text.size();
  const bool goes_on = (text[next] >= 'a' && text[next] <= 'z') ||
                       std::string_view(",.!?;:").find(text[next]) != std::string_view::npos;
  if (!goes_on) return at;
  for (;; ++next) {
    next = text.find_first_of(".!?", next);
    if (next == std::string_view::npos) return text.size();
    if (next + 1 == text.size() || text[next + 1] == ' ') return next + 1;
  }
}

/// The first piece from `from` on that a rule takes.
std::optional<Piece> find_piece(const FoldedText& folded, std::string_view text, const CutRule& rule,
                                std::size_t from) {
  for (;; ++from) {
    from = folded.find(rule.first, from);
    if (from == std::string::npos) return std::nullopt;
    Piece piece{from, text.size()};
    if (!rule.last.empty()) {
      const std::size_t last = folded.find(rule.last, folded.end_of(from, rule.first));
      if (last == std::string::npos) return std::nullopt;
      piece.end = folded.end_of(last, rule.last);
    }
    if (piece.end - piece.begin > rule.max_bytes || piece.end > text.size()) continue;
    if (!rule.whole_sentence) return piece;
    const std::size_t end = sentence_end(text, piece.end);
    if (end - piece.begin <= rule.max_bytes) piece.end = end;
    return piece;
  }
}

void cut_pieces(Block& block, const std::vector<CutRule>& rules, Ledger& ledger) {
  std::string text = text_of(block.spans);
  auto folded = std::make_unique<FoldedText>(text);
  for (const CutRule& rule : rules) {
    std::size_t from = 0;
    while (const std::optional<Piece> piece = find_piece(*folded, text, rule, from)) {
      ledger.cut_text(std::string_view(text).substr(piece->begin, piece->end - piece->begin), rule.kind,
                      "between \"" + rule.first + "\" and \"" + rule.last + "\"", block.source);
      erase_text(block.spans, piece->begin, piece->end);
      text = text_of(block.spans);
      folded = std::make_unique<FoldedText>(text);
      from = piece->begin;
    }
  }
}

}  // namespace

void cut_pieces(std::vector<Block>& blocks, const std::vector<CutRule>& rules, Ledger& ledger) {
  if (rules.empty()) return;
  for_each_text_block(blocks, [&](Block& block) { cut_pieces(block, rules, ledger); });
}

void tidy(std::vector<Block>& blocks) {
  std::erase_if(blocks, [](Block& block) {
    tidy(block.children);
    for (ListItem& item : block.items) tidy(item.blocks);
    std::erase_if(block.items, [](const ListItem& item) { return item.blocks.empty(); });
    switch (block.type) {
      case BlockType::paragraph:
      case BlockType::heading:
      case BlockType::code:
        return block.spans.empty();
      case BlockType::list:
        return block.items.empty();
      case BlockType::quote:
        return block.children.empty();
      case BlockType::figure:
        return block.images.empty() && block.spans.empty();
      case BlockType::table:
        return block.rows.empty();
      default:
        return false;
    }
  });
  const auto divider = [](const Block& block) { return block.type == BlockType::divider; };
  blocks.erase(std::unique(blocks.begin(), blocks.end(),
                           [&](const Block& a, const Block& b) { return divider(a) && divider(b); }),
               blocks.end());
  if (!blocks.empty() && divider(blocks.back())) blocks.pop_back();
  if (!blocks.empty() && divider(blocks.front())) blocks.erase(blocks.begin());
}

std::size_t count_words(const std::vector<Block>& blocks) {
  std::size_t words = 0;
  for (const Block& block : blocks) {
    if (block.type != BlockType::figure) words += count_words(text_of(block));
  }
  return words;
}

}  // namespace pith
