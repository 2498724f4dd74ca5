#pragma once

#include <string>
#include <string_view>

namespace pith {

/// The text without what pages wrap around JSON: a byte order mark, comment and CDATA marks; with character
/// references resolved where the quotes themselves are written as such.
std::string unwrap_json(std::string_view text);

/// Rewrites what parsers stumble over and readers do not: raw control characters and unknown escapes in
/// strings, comments, `undefined` and `NaN` (null), ill-formed UTF-8 and lone surrogates (U+FFFD).
std::string mend_json(std::string_view text);

/// As mend_json, for texts whose strings contain quotes that nobody escaped: a quote ends a string only
/// where the string could end there.
std::string mend_json_with_bare_quotes(std::string_view text);

/// A mended text that breaks off, closed where it ends: a string that is a value keeps what there is of it,
/// any other unfinished member is left out; then arrays and objects are closed.
std::string close_json(std::string_view text);

}  // namespace pith
