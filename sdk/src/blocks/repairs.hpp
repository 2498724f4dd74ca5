#pragma once

#include <vector>

#include "pith/block.hpp"
#include "pith/ledger.hpp"

namespace pith {

/// Makes paragraphs whole again that a page broke at inline links: one that ends in the middle of a
/// sentence is joined with the next.
void join_broken_paragraphs(std::vector<Block>& blocks);

/// "[1][5]" and "[1, 5]" go from the text and become Block::citations.
void take_citations(std::vector<Block>& blocks, Ledger& ledger);

/// Paragraphs like "A harbour at dawn. Photo: Jane Doe" become figures, or the caption of the picture
/// right before them; captions that end so give their credit to Block::credit.
void photo_lines(std::vector<Block>& blocks, Ledger& ledger);

}  // namespace pith
