#include "blocks/phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "blocks/block_rules.hpp"
#include "blocks/span_edit.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

using enum Boilerplate;

/// Blocks that are boilerplate by their whole text or its beginning. Whole lines are safe; beginnings
/// are only such as no sentence of an article has.
const std::vector<PhraseRule>& block_phrases() {
  static const std::vector<PhraseRule> rules = [] {
    std::vector<PhraseRule> made;
    for (const char* words :
         {"advertisement", "advertisements", "advertising", "sponsored", "anzeige", "publicité", "publicidad",
          "pubblicità", "publicidade", "advertentie", "реклама", "广告", "広告",
          "story continues below advertisement", "article continues below advertisement",
          "continue reading below", "article continues after advertisement"}) {
      made.push_back({advertisement, line(words)});
    }
    for (const char* words :
         {"read more", "continue reading", "read full story", "read the full article", "more", "weiterlesen",
          "lire la suite", "leer más", "leggi tutto", "lees meer", "читать далее"}) {
      made.push_back({read_more, line(words)});
    }
    for (const char* words : {"read more:", "read also:", "also read:", "see also:", "lire aussi",
                              "lesen sie auch", "lees ook:", "leggi anche", "leia também", "lea también"}) {
      made.push_back({read_more, line_beginning(words)});
    }
    for (const char* words : {"share", "share this", "share this:", "share this article", "share on facebook",
                              "share on twitter", "share on x", "tweet", "print", "email", "copy link",
                              "teilen", "partager", "compartir", "condividi", "compartilhar"}) {
      made.push_back({share, line(words)});
    }
    for (const char* words : {"sign up for our newsletter", "subscribe to our newsletter",
                              "sign up for the newsletter", "get our newsletter"}) {
      made.push_back({newsletter, line_beginning(words)});
    }
    for (const char* words : {"download the app", "download our app", "get the app"}) {
      made.push_back({app_promo, line(words)});
    }
    for (const char* words : {"do you have questions about the biggest topics and trends",
                              "get the answers with scmp knowledge"}) {
      made.push_back({product_promo, line_beginning(words)});
    }
    made.push_back({syndication_notice,
                    line_beginning("this article originally appeared in the south china morning post")});
    made.push_back({syndication_notice, line_beginning("for more scmp stories, please explore")});
    made.push_back({copyright, line_ending("all rights reserved.")});
    made.push_back({copyright, line_ending("all rights reserved")});
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
       FoldedText::fold("get the answers with scmp knowledge"), 600},
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

/// A block rule for long texts would be too easily wrong.
constexpr std::size_t longest_phrase_block = 700;

}  // namespace

void clean_known_phrases(Article& article, Ledger& ledger) {
  note_syndication(article);
  // Pieces first: a paragraph that ends in a notice loses the notice, not itself.
  cut_pieces(article.body, piece_phrases(), ledger);
  drop_announced_links(article.body, block_phrases(), ledger);
  const std::size_t words = count_words(article.body);
  std::size_t taken = 0;
  std::vector<Block> kept;
  for (Block& block : article.body) {
    const std::string text = text_of(block);
    std::vector<Block> one;
    one.push_back(block);
    Ledger trial;
    if (text.size() <= longest_phrase_block) drop_phrases(one, block_phrases(), trial);
    if (one.empty()) taken += count_words(text);
    const bool refused = one.empty() && taken * 2 > words && !is_certain(trial);
    if (!refused) {
      for (const Removal& removal : trial.removals()) {
        ledger.cut_text(removal.excerpt, removal.kind, "known " + removal.rule, removal.source);
      }
    }
    if (refused) kept.push_back(std::move(block));
    if (!one.empty()) kept.push_back(std::move(one.front()));
  }
  article.body = std::move(kept);
  tidy(article.body);
}

}  // namespace pith
