#pragma once

#include <string>

#include "pith/block.hpp"

namespace pith {

/// A table block as a pipe table (GitHub Flavored Markdown, section 4.10); empty if it has no cell.
std::string markdown_table(const Block& table);

}  // namespace pith
