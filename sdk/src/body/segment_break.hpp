#pragma once

#include <string>
#include <string_view>

namespace pith {

/// Whether a line break in the source between these two texts reads as nothing: Chinese and Japanese have no
/// spaces between words (CSS Text 3, section 4.1.3: both sides wide or full width by UAX 11, and not Hangul).
bool breaks_without_space(std::string_view before, std::string_view after);

/// The text without such line breaks and the white space around them; other white space stays.
std::string join_segments(std::string_view text);

}  // namespace pith
