#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// How many words make a shingle. Fewer, and texts about one matter look alike; more, and one changed word
/// in every second sentence hides a copy. Measured: tests/benchmark/near_copies_benchmark.cpp.
constexpr std::size_t shingle_words = 4;
/// Words of a text that are looked at; the rest of a longer one tells no more.
constexpr std::size_t most_shingled_words = 50'000;

/// The text's runs of `shingle_words` words, hashed to 64 bits, in their order, repetitions included
/// (w-shingling: Broder 1997, "On the resemblance and containment of documents"). A word is a run of letters,
/// digits and marks, compared after Unicode's simple case folding; of scripts that put no spaces between
/// words every letter is one. Bytes that are no UTF-8 separate words. Empty if there are fewer words than one
/// shingle. The same on every machine.
std::vector<std::uint64_t> shingles(std::string_view text);

}  // namespace pith
