#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith {

/// Words in class lists and ids that tell pages of one kind from those of another.
constexpr std::size_t sign_word_count = 106;
using SignWordCounts = std::array<std::uint32_t, sign_word_count>;

/// Adds one for each of the words that the names (a class list, an id) hold; plurals count as their singular.
void count_sign_words(std::string_view names, SignWordCounts& counts);

}  // namespace pith
