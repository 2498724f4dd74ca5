#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith extract`; gives the exit code. Throws UsageError, Error or OutputClosed.
int run_extract(const std::vector<std::string>& arguments);

}  // namespace pith
