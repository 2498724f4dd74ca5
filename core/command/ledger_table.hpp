#pragma once

#include <string>

#include "core/extract/page_extraction.hpp"

namespace pith {

/// For `--explain` at a terminal: which plugin and recipe worked and why, where each value came from, and
/// every removal with its kind, rule, place in the source and first words. Safe to print.
std::string ledger_table(const std::string& input, const PageExtraction& page, bool colour);

}  // namespace pith
