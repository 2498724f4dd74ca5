#pragma once

#include <string_view>
#include <vector>

#include "pith/block.hpp"

namespace summary {

/// Gives a summary its sections back, however flat the page made it: lines that name a section become
/// headings, lines or pieces that begin with a dash or bullet become list items. The page's title may have
/// run into the last of them; it becomes a paragraph of its own.
std::vector<pith::Block> recover_sections(std::vector<pith::Block> blocks, std::string_view title);

}  // namespace summary
