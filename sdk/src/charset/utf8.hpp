#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pith/charset.hpp"

namespace pith {

/// How much of a text is well-formed UTF-8.
struct Utf8Census {
  std::size_t multibyte = 0;  ///< well-formed sequences of more than one byte
  std::size_t invalid = 0;    ///< ill-formed sequences; one broken off at the end not counted
  bool truncated = false;     ///< the last sequence lacks its end
};

Utf8Census take_utf8_census(std::string_view text) noexcept;

/// As make_valid_utf8. Adds to `offsets` where lengths change; `source_begin` bytes stand before the text.
std::size_t repair_utf8(std::string& text, std::uint32_t source_begin, OffsetMap& offsets);

/// Where the first byte that is not ASCII stands; the size of the text if there is none.
std::size_t ascii_prefix(std::string_view text, std::size_t from = 0) noexcept;

}  // namespace pith
