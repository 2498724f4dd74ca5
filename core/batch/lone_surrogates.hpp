#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith {

/// A JSON text with U+FFFD for every escape of half a surrogate pair (`"\ud83d"`); nothing if it has none.
/// Programs write such halves for strings that were cut inside a character, and parsers refuse the text.
std::optional<std::string> without_lone_surrogates(std::string_view json);

}  // namespace pith
