#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "charset/encodings.hpp"
#include "pith/charset.hpp"

namespace pith {

/// Text made from bytes in an encoding other than UTF-8.
struct ConvertedText {
  std::string utf8;
  std::size_t replaced = 0;
  OffsetMap offsets;
};

/// Decodes `bytes`, which stand behind `source_begin` bytes of their page. Never fails: what the encoding
/// does not know becomes U+FFFD.
ConvertedText convert_to_utf8(std::string_view bytes, const Encoding& encoding, std::uint32_t source_begin);

}  // namespace pith
