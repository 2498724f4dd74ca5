#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pith {

/// The character that begins at `at`, which moves behind it; -1 if the bytes there are none, and `at`
/// moves behind the broken sequence.
std::int32_t next_character(std::string_view text, std::size_t& at);

/// The text with every byte that is no part of a UTF-8 character replaced by U+FFFD (one for each
/// maximal broken sequence, as the Unicode standard recommends in chapter 3, section 9).
std::string valid_utf8(std::string_view text);

/// valid_utf8 without control characters: '\t' and '\r' become spaces, '\n' stays, everything else of
/// C0 and C1 goes, and so do U+FFFE and U+FFFF, which XML 1.0 cannot hold. Nothing in it can steer a
/// terminal, and every HTML, XML and Markdown parser keeps it.
std::string displayable(std::string_view text);

}  // namespace pith
