#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

/// The MinHash sketch of a text (Broder 1997) over shingles of words, by which near-copies are found: the
/// share of equal members of two sketches estimates the Jaccard similarity of their sets of shingles. Words
/// are compared without case and punctuation; of scripts without spaces every character is a word. Empty if
/// the text has fewer words than can tell a copy. Same text, same sketch, on every machine.
std::vector<std::uint32_t> text_fingerprint(std::string_view text);

}  // namespace pith
