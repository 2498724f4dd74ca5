#pragma once

#include <span>
#include <string_view>

#include "pith/boilerplate.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

/// Words that publishers put beside articles and never in them, and of what kind they are. A phrase is either
/// the whole text of a block or how a block begins or ends; beginnings must be such as no sentence of an
/// article has.
struct Phrase {
  Boilerplate kind;
  TextPattern::How how;
  std::string_view words;
};

/// A table for each language, in the file of its name. All of them are looked for on every page, since pages
/// say wrongly what language they are in, and mix them. How case, quotes, dashes and colons are written
/// does not matter (comparison_key, text.hpp).
std::span<const Phrase> chinese_phrases();
std::span<const Phrase> dutch_phrases();
std::span<const Phrase> english_phrases();
std::span<const Phrase> french_phrases();
std::span<const Phrase> german_phrases();
std::span<const Phrase> italian_phrases();
std::span<const Phrase> japanese_phrases();
std::span<const Phrase> portuguese_phrases();
std::span<const Phrase> russian_phrases();
std::span<const Phrase> spanish_phrases();

/// One after the other, in the order of their names.
inline constexpr auto phrase_tables = {chinese_phrases, dutch_phrases,   english_phrases,  french_phrases,
                                       german_phrases,  italian_phrases, japanese_phrases, portuguese_phrases,
                                       russian_phrases, spanish_phrases};

}  // namespace pith
