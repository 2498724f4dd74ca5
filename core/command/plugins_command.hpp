#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith plugins`; gives the exit code. Throws UsageError, Error or OutputClosed.
int run_plugins(const std::vector<std::string>& arguments);

}  // namespace pith
