#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "charset/icu_decode.hpp"

namespace pith {

/// What a page said before its UTF-8 was taken for windows-1252 (or ISO-8859-1) and written as UTF-8 once
/// more, so that it reads "donâ€™t" and "cafÃ©"; nothing if that did not happen.
///
/// It did if every run of characters beyond ASCII stands for bytes that are well-formed UTF-8, and if there
/// are several: one "é" or "’" that is meant as it stands proves the opposite. `utf8` is well-formed and
/// stands behind `source_begin` bytes of its page. Ends at the first run that proves the opposite.
std::optional<ConvertedText> undo_second_encoding(std::string_view utf8, std::uint32_t source_begin);

}  // namespace pith
