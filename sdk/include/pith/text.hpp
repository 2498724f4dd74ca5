#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"

namespace pith {

/// White space as HTML and Unicode see it becomes one space, ends trimmed; no-break spaces become
/// spaces, zero-width spaces, soft hyphens and byte order marks go.
PITH_API std::string collapse_space(std::string_view text);
/// ASCII white space and no-break spaces off both ends.
PITH_API std::string_view trim(std::string_view text);
/// ASCII letters in lower case; for names, attributes and phrases.
PITH_API std::string lower_ascii(std::string_view text);
/// Unicode case folding after collapse_space; typographic quotes, dashes and ellipses made plain, and colons
/// and parentheses of full width: two texts with the same key read the same. For comparing headlines and
/// phrases.
PITH_API std::string comparison_key(std::string_view text);
/// HTML character references resolved ("&amp;", "&#8217;", "&nbsp;"), tags left alone.
PITH_API std::string decode_entities(std::string_view text);
/// For text between tags and in quoted attributes: `<`, `>`, `&` and `"` as references.
PITH_API std::string escape_html(std::string_view text);
/// Number of words; characters of scripts written without spaces count as one word each.
PITH_API std::size_t count_words(std::string_view text);
/// The first words of a text, at most `bytes` long, cut between characters and marked with "…".
PITH_API std::string excerpt(std::string_view text, std::size_t bytes = 80);
/// Splits at a separator, trims, drops empty parts.
PITH_API std::vector<std::string> split_trimmed(std::string_view text, char separator);
/// Names in a byline: "By Ann Lee and Bo Chan", "Vincent Chow,Minxiao Chang", "Von A B und C D".
/// No "By", no duplicates, no URLs, order kept.
PITH_API std::vector<std::string> split_names(std::string_view byline);

/// Whether a line is a relative time ("3 hours ago", "an hour ago", "yesterday").
PITH_API bool is_relative_time(std::string_view line);

/// Whether a text ends as sentences do, in any script: with a full stop, a question or exclamation mark, a
/// colon or an ellipsis, perhaps within quotes or brackets.
PITH_API bool ends_sentence(std::string_view text);

}  // namespace pith
