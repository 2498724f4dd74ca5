#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// " (did you mean 'scmp'?)" with the nearest of the names, to stand behind one that is unknown; empty if
/// none is near.
std::string did_you_mean(std::string_view given, const std::vector<std::string>& names);

}  // namespace pith
