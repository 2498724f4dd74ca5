#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith {

/// What a word of an address speaks for: the folder names that sites give to their articles, threads ...
enum class AddressWord : std::uint8_t {
  article,
  documentation,
  forum,
  listing,
  collection,
  product,
  service,
  count_
};
using AddressWordCounts = std::array<std::uint32_t, static_cast<std::size_t>(AddressWord::count_)>;

/// Counts the words of a host or path; words are what stands between signs that are no letters.
void count_address_words(std::string_view address, AddressWordCounts& counts);

}  // namespace pith
