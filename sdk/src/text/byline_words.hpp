#pragma once

#include <string_view>

namespace pith {

/// What stands in a byline around the names. All take lower-case ASCII words unless said otherwise.

/// The bytes of a word that says "by" at the beginning of a byline, with the space or colon behind it; 0 if
/// the byline begins with a name. Takes the text as written.
std::size_t byline_prefix_length(std::string_view text);

/// "and", "und", "et" ...: stands between names. Takes the word as written, for "E" may be an initial.
bool joins_names(std::string_view word);

/// "Senior Reporter", "editor at large": what follows a name after a comma and is none.
bool is_role(std::string_view part);

/// "Jr.", "III": belongs to the name before.
bool is_generation(std::string_view part);
/// "PhD", "M.D.": belongs to the name before, with its comma.
bool is_degree(std::string_view part);

/// "Reuters", "The Associated Press", "Agenturen": a news agency. Takes the part as written.
bool is_agency(std::string_view part);
/// "Staff", "admin": says that nobody is named.
bool is_nobody(std::string_view part);
/// "Harbour Gazette Staff", "IN-Redaktion": people together, none of them named.
bool is_desk(std::string_view part);

/// A word that begins a remark on the name before it: "Ann Lee in Beijing", "Bo Chan for The Echo".
bool begins_remark(std::string_view word);

}  // namespace pith
