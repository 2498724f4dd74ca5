#pragma once

#include "core/command/extract_options.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// `pith extract INPUT...`: one result after another, in the format asked for. Every status but `ok` is told
/// on standard error. Gives the exit code.
int extract_pages(const ExtractOptions& options, const Registry& registry);

}  // namespace pith
