#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// Members of a sketch. The estimate of a similarity s has the standard deviation sqrt(s (1 - s) / size):
/// 0.04 at most.
constexpr std::size_t fingerprint_size = 128;
/// Shorter texts are teasers and captions, which are alike without one being the other's copy.
constexpr std::size_t fewest_fingerprinted_words = 40;

/// The MinHash sketch of a text (Broder 1997) over shingles of words, by which near-copies are found: the
/// share of equal members of two sketches estimates the Jaccard similarity of their sets of shingles. Words
/// are compared without case and punctuation; of scripts without spaces every character is a word. Empty if
/// the text has fewer words than can tell a copy. Same text, same sketch, on every machine.
std::vector<std::uint32_t> text_fingerprint(std::string_view text);

/// The sketch of a set of shingles, hashed to 64 bits.
std::vector<std::uint32_t> minhash_sketch(const std::vector<std::uint64_t>& hashes);

/// The estimated similarity of two texts, 0 to 1, from their sketches; 0 if either is empty.
double fingerprint_similarity(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace pith
