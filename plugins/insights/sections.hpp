#pragma once

#include <vector>

#include "pith/block.hpp"

namespace summary {

/// Gives a summary its sections back, however flat the page made it: lines that name a section become
/// headings, lines or pieces that begin with a dash or bullet become list items.
std::vector<pith::Block> recover_sections(std::vector<pith::Block> blocks);

}  // namespace summary
