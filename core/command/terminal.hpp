#pragma once

#include <string>
#include <string_view>

namespace pith {

enum class Stream { out, error };

bool is_terminal(Stream stream);

/// Whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org).
bool wants_colour(Stream stream);

/// "pith: <line>" on standard error.
void tell(std::string_view line);

/// As it is on standard error; what comes from a page passes displayable() first.
void tell_raw(std::string_view text);

}  // namespace pith
