#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fingerprint/text_fingerprint.hpp"

namespace pith {

// Near-copies: articles whose texts are the same but for a trailer, some paragraphs, a changed word here and
// there. Sketches (text_fingerprint.hpp) say how alike two texts are; bands of sketches which to compare at
// all. tests/benchmark/near_copies_benchmark.cpp measures what the numbers here are chosen by.

/// From this estimated similarity on two articles of different hosts are near-copies: below it begin texts
/// of one kind (lists of one shop, reports by one agency).
constexpr double near_copy_similarity = 0.5;
/// The same for two articles of one host, which share what the site says under each of them.
constexpr double near_copy_similarity_of_one_host = 0.8;

/// Bands of a sketch and members of each (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section
/// 3.4): two texts are compared if a band of theirs is equal. Of texts of similarity s that is so with the
/// chance 1 - (1 - s^rows)^bands: 0.87 at 0.5, 0.99 at 0.6, 0.9998 at 0.7, and 0.003 at 0.1.
constexpr std::size_t band_count = 32;
constexpr std::size_t band_rows = 4;
static_assert(band_count * band_rows == fingerprint_size);

/// The bands of a sketch as numbers: equal bands, equal numbers, on every machine. None of an empty sketch.
std::vector<std::int64_t> near_copy_bands(const std::vector<std::uint32_t>& fingerprint);

/// Whether two articles are near-copies of each other. Hosts are empty where they are not known.
bool are_near_copies(const std::vector<std::uint32_t>& a, const std::string& host_of_a,
                     const std::vector<std::uint32_t>& b, const std::string& host_of_b);

/// What of an article decides which one of those alike is the original.
struct NearCopy {
  std::int64_t id = 0;
  std::string url;
  std::string place;            ///< what tells it from others of that URL: its page's key and place there
  std::string host;             ///< of its page
  std::string canonical_host;   ///< of the URL that its page gives as the canonical one; empty if none
  std::string site_name;        ///< empty if not known
  std::string syndicated_from;  ///< what its page itself says
  std::optional<std::int64_t> published;  ///< seconds since 1970
  bool full = false;
};

/// The original among articles that are near-copies of one another, by its index; `copies` must not be empty.
/// It is one whose site another of them names: in `syndicated_from`, as the host of its canonical URL, or as
/// its site although it is on another host. Else, and of several such, one whose canonical URL is not another
/// site's, whether that is among them or not (a credit is no such word: papers credit their agencies); else
/// the one published first; else a whole one before an excerpt; else that of the smallest URL and place. The
/// order of `copies` does not matter.
std::size_t original_of(const std::vector<NearCopy>& copies);

}  // namespace pith
