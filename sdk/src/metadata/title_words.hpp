#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// The letters and digits of a text, in lower case and without what stands between them.
std::string letters_of(std::string_view text);

/// The words of a text as comparison_key() leaves them.
std::vector<std::string> words_of(std::string_view text);

/// Share of the words of the shorter text that are in the other too, 0 to 1.
double agreement(std::string_view a, std::string_view b);

}  // namespace pith::metadata
