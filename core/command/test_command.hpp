#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith test`; gives the exit code. Throws UsageError, Error or OutputClosed.
int run_test(const std::vector<std::string>& arguments);

}  // namespace pith
