#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// How many words make a shingle. Fewer, and texts of one kind look alike; more, and a word changed here and
/// there hides a copy: of 1,837 texts of real pages those of 3, 4 and 5 words make the same links (3, 3 and 2
/// from a similarity of 0.5), and of copies with a tenth of their words changed they find 92, 50 and 12 in a
/// hundred (tests/benchmark/near_copies_benchmark.cpp).
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
