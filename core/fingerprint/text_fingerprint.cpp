#include "core/fingerprint/text_fingerprint.hpp"

#include <algorithm>

#include "core/fingerprint/shingles.hpp"

namespace pith {

std::vector<std::uint32_t> text_fingerprint(std::string_view text) {
  const auto hashes = shingles(text);
  if (hashes.size() + shingle_words - 1 < fewest_fingerprinted_words) return {};
  return minhash_sketch(hashes);
}

std::vector<std::uint32_t> minhash_sketch(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint32_t> sketch(fingerprint_size, 0xffffffffU);
  for (const std::uint64_t hash : hashes) {
    // The n-th permutation of a shingle is first + n * step (Kirsch and Mitzenmacher 2006, "Less hashing,
    // same performance"): any two of them are independent, which is all that the variance of the estimate
    // asks for.
    const auto first = static_cast<std::uint32_t>(hash);
    const auto step = static_cast<std::uint32_t>(hash >> 32);
    std::uint32_t permuted = first;
    for (std::uint32_t& least : sketch) {
      least = std::min(least, permuted);
      permuted += step;
    }
  }
  return sketch;
}

double fingerprint_similarity(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.size() != fingerprint_size || b.size() != fingerprint_size) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < fingerprint_size; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(fingerprint_size);
}

}  // namespace pith
