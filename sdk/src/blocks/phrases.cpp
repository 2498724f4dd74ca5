#include "blocks/phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "blocks/block_rules.hpp"
#include "blocks/span_edit.hpp"
#include "phrases/phrase.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

using enum Boilerplate;

/// A block rule for long texts would be too easily wrong.
constexpr std::size_t longest_phrase_block = 700;

const PhraseRules& block_phrases() {
  static const PhraseRules rules = [] {
    PhraseRules made(longest_phrase_block);
    for (const auto table : phrase_tables)
      for (const Phrase& phrase : table()) made.add({phrase.kind, TextPattern(phrase.how, phrase.words)});
    return made;
  }();
  return rules;
}

/// Pieces inside a paragraph, where blocks have run together.
const std::vector<CutRule>& piece_phrases() {
  static const std::vector<CutRule> rules = {
      {product_promo, FoldedText::fold("do you have questions about the biggest topics and trends"),
       FoldedText::fold("award-winning team."), 600},
      {product_promo, FoldedText::fold("do you have questions about the biggest topics and trends"),
       FoldedText::fold("get the answers with scmp knowledge"), 600, true},
      {syndication_notice,
       FoldedText::fold("this article originally appeared in the south china morning post"),
       FoldedText::fold("facebook and twitter pages."), 600},
      {copyright, FoldedText::fold("copyright (c) "), FoldedText::fold("all rights reserved."), 200},
  };
  return rules;
}

struct Syndicator {
  std::string_view words;
  std::string_view publisher;
};
constexpr auto syndicators = std::to_array<Syndicator>({
    {"this article originally appeared in the south china morning post", "South China Morning Post"},
    {"south china morning post publishers ltd. all rights reserved", "South China Morning Post"},
});

void note_syndication(Article& article) {
  if (!article.syndicated_from.empty() || article.body.empty()) return;
  for (const Block& block : article.body) {
    const FoldedText folded(text_of(block));
    for (const Syndicator& syndicator : syndicators) {
      if (folded.find(syndicator.words) != std::string::npos) {
        article.syndicated_from = syndicator.publisher;
        return;
      }
    }
  }
}

/// Notices name their publisher: however short the article, they are not it.
bool is_certain(const Ledger& trial) {
  return std::all_of(trial.removals().begin(), trial.removals().end(), [](const Removal& removal) {
    return removal.kind == syndication_notice || removal.kind == copyright || removal.kind == advertisement;
  });
}

/// Whether a heading of these words says nothing of what stands below it. "Comments" and "Learn more" may
/// head a chapter of a manual.
bool goes_alone(Boilerplate kind) {
  return kind == advertisement || kind == copyright || kind == share || kind == syndication_notice;
}

}  // namespace

void clean_known_phrases(Article& article, Ledger& ledger) {
  note_syndication(article);
  // Pieces first: a paragraph that ends in a notice loses the notice, not itself.
  cut_pieces(article.body, piece_phrases(), ledger);
  std::vector<const PhraseRule*> matched = drop_announced_links(article.body, block_phrases(), ledger);
  const std::size_t words = count_words(article.body);
  std::size_t taken = 0;
  // From the end, so that of a heading it is known whether anything of it is left.
  std::vector<Block> kept;
  for (auto at = article.body.rbegin(); at != article.body.rend(); ++at, matched.pop_back()) {
    const PhraseRule* const rule = matched.back();
    const bool holds_blocks = !at->children.empty() || !at->items.empty();
    const bool leads =
        at->type == BlockType::heading && !kept.empty() && kept.back().type != BlockType::heading;
    const bool stays = rule != nullptr ? leads && !goes_alone(rule->kind) : !holds_blocks;
    if (stays) {
      kept.push_back(std::move(*at));
      continue;
    }
    const std::string text = text_of(*at);
    std::vector<Block> one;
    one.push_back(*at);
    Ledger trial;
    drop_phrases(one, block_phrases(), trial);
    if (one.empty()) taken += count_words(text);
    const bool refused = one.empty() && taken * 2 > words && !is_certain(trial);
    if (!refused) {
      for (const Removal& removal : trial.removals()) {
        ledger.cut_text(removal.excerpt, removal.kind, "known " + removal.rule, removal.source);
      }
    }
    if (refused) kept.push_back(std::move(*at));
    if (!one.empty()) kept.push_back(std::move(one.front()));
  }
  std::reverse(kept.begin(), kept.end());
  article.body = std::move(kept);
  tidy(article.body);
}

}  // namespace pith
