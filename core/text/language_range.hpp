#pragma once

#include <string_view>

namespace pith {

/// Whether a language tag is `range` or below it, whatever the case of letters: "en" takes in "en-GB" (RFC
/// 4647, section 3.3.1, basic filtering).
bool is_in_language_range(std::string_view tag, std::string_view range) noexcept;

}  // namespace pith
