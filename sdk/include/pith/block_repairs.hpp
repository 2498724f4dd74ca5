#pragma once

#include <string>
#include <vector>

#include "pith/block.hpp"
#include "pith/export.hpp"
#include "pith/ledger.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// Lines that a page sets one under the other without a block for each (at a `br`, or as spans that hold a
/// line each) become paragraphs. For pages whose markup says nothing; to be done before all other repairs,
/// while blocks still stand where they stood in the page. `roots` are the elements that were read.
PITH_API void split_lines(std::vector<Block>& blocks, const std::vector<Node>& roots, PageContext& context);

/// Makes paragraphs whole again that a page broke at inline links: one that ends in the middle of a
/// sentence is joined with the next.
PITH_API void join_broken_paragraphs(std::vector<Block>& blocks);

/// "[1][5]" and "[1, 5]" go from the text and become Block::citations.
PITH_API void take_citations(std::vector<Block>& blocks, Ledger& ledger);

/// Paragraphs like "A harbour at dawn. Photo: Jane Doe" become figures, or the caption of the picture
/// right before them; captions that end so give their credit to Block::credit.
PITH_API void photo_lines(std::vector<Block>& blocks, Ledger& ledger);

/// Lines of hashtags ("#ANT", "#Trade #Ports") become topics, without the sign and once each.
PITH_API void take_hashtags(std::vector<Block>& blocks, std::vector<std::string>& topics, Ledger& ledger);

/// Takes out empty lists, quotes and paragraphs, dividers at the ends and doubled ones.
PITH_API void tidy(std::vector<Block>& blocks);

/// Number of words in all blocks but figures.
PITH_API std::size_t count_words(const std::vector<Block>& blocks);

}  // namespace pith
