#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// How many words make a shingle. Fewer, and texts of one kind look alike; more, and a word changed here and
/// there hides a copy: of 1,832 articles and pages, 3, 4 and 5 give the same links among those that are
/// different, and of copies with every tenth word changed 93, 49 and 12 in a hundred are found
/// (tests/benchmark/near_copies_benchmark.cpp).
constexpr std::size_t shingle_words = 3;
/// Words of a text that are looked at; the rest of a longer one tells no more.
constexpr std::size_t most_shingled_words = 50'000;

/// The text's runs of `size` words, hashed to 64 bits, in their order, repetitions included
/// (w-shingling: Broder 1997, "On the resemblance and containment of documents"). A word is a run of letters,
/// digits and marks, compared after Unicode's simple case folding; of scripts that put no spaces between
/// words every letter is one. Bytes that are no UTF-8 separate words. Empty if there are fewer words than one
/// shingle. The same on every machine.
std::vector<std::uint64_t> shingles(std::string_view text, std::size_t size = shingle_words);

}  // namespace pith
