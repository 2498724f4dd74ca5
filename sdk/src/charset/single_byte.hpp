#pragma once

#include <array>

#include "charset/encodings.hpp"

namespace pith {

/// What the bytes 0x80 to 0xFF of a single-byte encoding stand for; U+FFFD where the encoding has nothing.
using HighHalf = std::array<char16_t, 128>;

/// By ICU's converter, set right where that differs from the index of the Encoding standard.
HighHalf high_half(const Encoding& encoding);

}  // namespace pith
