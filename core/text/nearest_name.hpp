#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to make one
/// name of the other (Damerau-Levenshtein, optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name most like `given`, for "did you mean"; empty if none is near enough to be meant (more than a
/// third of the letters differ). Of equally near ones the first.
std::string nearest_name(std::string_view given, const std::vector<std::string>& names);

}  // namespace pith
