#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "blocks/phrase_rules.hpp"
#include "pith/block.hpp"
#include "pith/boilerplate.hpp"
#include "pith/ledger.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

/// A piece of text, from words to words.
struct CutRule {
  Boilerplate kind;
  std::string first;  ///< folded (FoldedText::fold)
  std::string last;   ///< folded; empty: to the end of the block
  std::size_t max_bytes;
  bool whole_sentence = false;  ///< the sentence that goes on behind `last` goes too
};

bool matches(const TextPattern& pattern, const Block& block);

/// Takes out the blocks (also in lists and quotes) whose text matches one of the rules.
void drop_phrases(std::vector<Block>& blocks, const PhraseRules& rules, Ledger& ledger);

/// Takes out the blocks that hold nothing but links right after a line of `rules` that announces what else
/// there is to read. Tells of each block that is left which rule it matches, or null.
std::vector<const PhraseRule*> drop_announced_links(std::vector<Block>& blocks, const PhraseRules& rules,
                                                    Ledger& ledger);

/// Takes out everything from the first matching block on that has at least `words_before` words of text
/// before it; a match before that goes alone. A line that only begins or ends like a marker, and reads like
/// prose, may not take more than half of the words, unless a certain marker follows it. Rows of the ledger
/// are by the kinds that the lines of the tail tell.
void drop_tail(std::vector<Block>& blocks, const PhraseRules& rules, std::size_t words_before,
               Ledger& ledger);

/// Takes out everything up to and with the last matching block in the first half of the blocks.
void drop_head(std::vector<Block>& blocks, const PhraseRules& rules, Ledger& ledger);

/// Takes pieces out of the text of blocks.
void cut_pieces(std::vector<Block>& blocks, const std::vector<CutRule>& rules, Ledger& ledger);

/// Calls `visit` for every block that has spans of its own, nested ones included, outermost first.
template <class Visit>
void for_each_text_block(std::vector<Block>& blocks, const Visit& visit) {
  // Blocks nest to at most Limits::block_depth, so this recursion is bounded.
  for (Block& block : blocks) {
    if (!block.spans.empty() && block.type != BlockType::code) visit(block);
    for_each_text_block(block.children, visit);
    for (ListItem& item : block.items) for_each_text_block(item.blocks, visit);
  }
}

}  // namespace pith
