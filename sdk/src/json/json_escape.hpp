#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith {

/// Writes the escape at the beginning of `text`, of JSON or of JavaScript, as an escape of JSON; gives the
/// bytes it takes up in `text`. A lone surrogate becomes U+FFFD; the backslash of an unknown
/// escape goes, and one that breaks off altogether.
std::size_t append_as_json_escape(std::string_view text, std::string& out);

}  // namespace pith
