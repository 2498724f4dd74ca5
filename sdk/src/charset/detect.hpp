#pragma once

#include <string_view>

#include "charset/encodings.hpp"
#include "charset/utf8.hpp"

namespace pith {

/// The encoding that bytes without any declaration look like; null if they look like none.
const Encoding* detect_encoding(std::string_view bytes, const Utf8Census& census);

/// Whether the text is UTF-8 with at most a few broken places, as a page gets from careless cutting.
bool is_mostly_utf8(const Utf8Census& census);

}  // namespace pith
