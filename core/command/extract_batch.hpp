#pragma once

#include "core/command/extract_options.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// `pith extract --batch`: JSON Lines and WARC archives from files or standard input, a result for every line
/// and archived page in the same order. Progress (on a terminal) and a summary go to standard error. Gives
/// the exit code.
int extract_batch(const ExtractOptions& options, const Registry& registry);

}  // namespace pith
