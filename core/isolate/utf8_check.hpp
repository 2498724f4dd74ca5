#pragma once

#include <string_view>

namespace pith {

/// Whether all of a text is UTF-8. Takes ASCII eight bytes at a time, since most of what is asked about is.
bool is_utf8(std::string_view text);

}  // namespace pith
