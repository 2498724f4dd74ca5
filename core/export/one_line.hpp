#pragma once

#include <string>
#include <string_view>

#include "pith/article.hpp"

namespace pith {

/// A displayable text (utf8.hpp) on one line: spaces and line breaks of every kind become one space, and none
/// stays at the ends.
std::string one_line(std::string_view text);

/// What an article is called where something must stand: its title, else its first words, else its address,
/// else "Untitled". One line.
std::string title_or_first_words(const Article& article);

}  // namespace pith
