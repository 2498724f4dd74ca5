#pragma once

#include <string>
#include <string_view>

#include "pith/article.hpp"

namespace pith {

/// A text on one line: white space and line breaks of every kind become one space, none stays at the ends;
/// control characters, bytes that are no UTF-8, and what is no character at all (U+FFFE, U+FFFF) go.
std::string one_line(std::string_view text);

/// What an article is called where something must stand: its title, else its first words, else its address,
/// else "Untitled". One line.
std::string title_or_first_words(const Article& article);

}  // namespace pith
