#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith {

/// Whether brackets nest deeper than any honest page's do (told without parsing).
bool json_nests_too_deeply(std::string_view text);

/// The text without what pages wrap around JSON: comment and CDATA marks, a semicolon at the end; with
/// character references resolved where the quotes themselves are written as such.
std::string unwrap_json(std::string_view text);

/// Raw control characters in strings are escaped, `undefined` becomes null, invalid UTF-8 and lone
/// surrogates are replaced.
std::string mend_json(std::string_view text);

/// A text that breaks off is closed where it ends: open strings, arrays and objects; an unfinished
/// member is left out.
std::string close_json(std::string_view text);

/// The piece from the first bracket to the one that closes it; to the end if none does.
std::string_view balanced_json(std::string_view text);

/// The JSON on the right side of an assignment, `at` being just behind the variable; also out of
/// JSON.parse("..."). Empty if there is none.
std::string assigned_json(std::string_view script, std::size_t at);

}  // namespace pith
